import type { VariableName } from '../functions/runtime/environment.ts'

/** An environment in which every function can be loaded; nothing in it is reached. */
export const everyVariable: Readonly<Record<VariableName | 'AWS_REGION', string>> = {
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'records',
  RECORD_DAYS: '400',
  PERSON_DAYS: '7',
  BUS_NAME: 'heliograph',
  WORKFLOW_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:deliver-notification',
  DEAD_LETTER_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/dead-letters',
  HASH_KEY_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:hash-key',
  MOST_EVENT_AGE: '86400',
  REQUESTERS: '{"accounts":["111122223333"]}',
  CARRIERS: JSON.stringify({ verification: ['sns'], order: ['sns'], payment: ['sns'], logistics: ['sns'], membership: ['sns'] }),
  RECEIPT_SECONDS: JSON.stringify({ sns: 90, twilio: 20 }),
  RECEIPT_WAIT_SECONDS: '{}',
  SHORTEST_WAIT: '30',
  ALLOWED_COUNTRIES: JSON.stringify(['US']),
  ONLY_TO: '[]',
  NETWORK_ONLY_COUNTRIES: '[]',
  SENDERS: '[]',
  CARRIER_TIMEOUT_MS: '8000',
  MOST_MS_BEFORE_CALL: '4000',
  MAX_PRICE_USD: '0.5',
  TWILIO_ACCOUNT_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:twilio',
  TWILIO_CALLBACK_URL: 'https://callbacks.example.com/twilio',
  TWILIO_URL: 'https://api.twilio.com',
}
