import { afterEach, describe, expect, it, vi } from 'vitest'
import { Fault } from '../../../functions/notification/fault.ts'
import { environment, type VariableName, Variables } from '../../../functions/runtime/environment.ts'

/** Every variable as the stack gives it. */
const given: Record<VariableName, string> = {
  TABLE_NAME: 'records',
  RECORD_DAYS: '400',
  PERSON_DAYS: '7',
  BUS_NAME: 'heliograph',
  UNPUBLISHED_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/unpublished',
  WORKFLOW_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:deliver-notification',
  APPROVER_ROLES: '["Reviewer"]',
  DEAD_LETTER_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/malformed',
  HASH_KEY_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:hash-key',
  MOST_EVENT_AGE: '86400',
  REQUESTERS: '{"accounts":["111122223333"]}',
  CARRIERS:
    '{"verification":["sns"],"order":["sns"],"payment":["sns"],"logistics":["sns"],"membership":["sns"],"marketing":["sns"]}',
  RECEIPT_SECONDS: '{"sns":90,"twilio":20}',
  KINDS: '{"order":{"receiptWaitSeconds":30}}',
  SHORTEST_WAIT: '20',
  ALLOWED_COUNTRIES: '["US","DE"]',
  QUIET_HOURS: '{"default":{"from":"21:00","to":"08:00"},"countries":{}}',
  BUDGET_ZONE: 'UTC',
  PRICES: '{"US":{"sns":0.00645}}',
  ONLY_TO: '["+14155550123"]',
  SENDERS: '[{"country":"DE","senderId":"Shop"}]',
  CARRIER_TIMEOUT_MS: '8000',
  MOST_MS_BEFORE_CALL: '4000',
  RUN_SECONDS: '780',
  MAX_PRICE_USD: '0.25',
  NETWORK_ONLY_COUNTRIES: '["IN"]',
  TWILIO_ACCOUNT_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:twilio',
  TWILIO_URL: 'https://api.twilio.com',
  TWILIO_CALLBACK_URL: 'https://abc.lambda-url.us-east-1.on.aws/twilio',
}

const setUp = (overrides: Partial<Record<VariableName, string | undefined>> = {}) => {
  for (const [name, value] of Object.entries({ ...given, ...overrides })) vi.stubEnv(name, value)
}
afterEach(() => void vi.unstubAllEnvs())

describe('the environment of a function', () => {
  it('is read with the types that the function needs', () => {
    setUp()
    expect(environment(Variables)).toEqual({
      ...given,
      RECORD_DAYS: 400,
      PERSON_DAYS: 7,
      MOST_EVENT_AGE: 86_400,
      APPROVER_ROLES: ['Reviewer'],
      PRICES: { US: { sns: 0.00645 } },
      RUN_SECONDS: 780,
      REQUESTERS: { accounts: ['111122223333'] },
      CARRIERS: {
        verification: ['sns'],
        order: ['sns'],
        payment: ['sns'],
        logistics: ['sns'],
        membership: ['sns'],
        marketing: ['sns'],
      },
      RECEIPT_SECONDS: { sns: 90, twilio: 20 },
      KINDS: { order: { receiptWaitSeconds: 30 } },
      SHORTEST_WAIT: 20,
      ALLOWED_COUNTRIES: ['US', 'DE'],
      QUIET_HOURS: { default: { from: '21:00', to: '08:00' }, countries: {} },
      ONLY_TO: ['+14155550123'],
      SENDERS: [{ country: 'DE', senderId: 'Shop' }],
      CARRIER_TIMEOUT_MS: 8_000,
      MOST_MS_BEFORE_CALL: 4_000,
      MAX_PRICE_USD: 0.25,
      NETWORK_ONLY_COUNTRIES: ['IN'],
    })
  })

  it('need hold nothing but what the function asks for', () => {
    setUp({ TABLE_NAME: undefined })
    expect(environment(Variables.pick({ BUS_NAME: true }))).toEqual({ BUS_NAME: 'heliograph' })
  })

  it('names every variable that is missing, all at once', () => {
    for (const name of Object.keys(given)) vi.stubEnv(name, undefined)
    const isOptional = (name: string) => ['ONLY_TO', 'APPROVER_ROLES'].includes(name) || name.startsWith('TWILIO_')
    const needed = Object.keys(given).filter((name) => !isOptional(name))
    const inOrder = Object.keys(Variables.shape).filter((name) => needed.includes(name))
    expect(() => environment(Variables)).toThrow(`environment variables missing or wrong: ${inOrder.join(', ')}`)
  })

  it.each<[VariableName, string]>([
    ['TABLE_NAME', ''],
    ['RECORD_DAYS', 'CANARY'],
    ['PERSON_DAYS', '0'],
    ['DEAD_LETTER_URL', 'CANARY'],
    ['MOST_EVENT_AGE', '1.5'],
    ['CARRIERS', '{"order":["sns"]}'],
    [
      'CARRIERS',
      '{"verification":["CANARY"],"order":["sns"],"payment":["sns"],"logistics":["sns"],"membership":["sns"],"marketing":["sns"]}',
    ],
    [
      'CARRIERS',
      '{"verification":[],"order":["sns"],"payment":["sns"],"logistics":["sns"],"membership":["sns"],"marketing":["sns"]}',
    ],
    ['RECEIPT_SECONDS', '{}'],
    ['RECEIPT_SECONDS', '{"sns":90}'],
    ['NETWORK_ONLY_COUNTRIES', '["CANARY"]'],
    ['TWILIO_ACCOUNT_ARN', ''],
    ['TWILIO_URL', 'CANARY'],
    ['TWILIO_CALLBACK_URL', 'CANARY'],
    ['KINDS', '{"CANARY":{"receiptWaitSeconds":30}}'],
    ['KINDS', '{"order":{"CANARY":30}}'],
    ['KINDS', '{"order":{"mostParts":4}}'],
    ['ALLOWED_COUNTRIES', 'CANARY'],
    ['QUIET_HOURS', '{"countries":{}}'],
    ['QUIET_HOURS', '{"default":{"from":"CANARY","to":"08:00"},"countries":{}}'],
    ['SENDERS', '[{"senderId":"CANARY TOO LONG"}]'],
    ['MAX_PRICE_USD', '-1'],
    ['MOST_MS_BEFORE_CALL', 'CANARY'],
  ])('names %s when it is wrong, and does not quote it', (name, value) => {
    setUp({ [name]: value })
    expect(() => environment(Variables)).toThrow(new Fault(`environment variables missing or wrong: ${name}`))
  })

  it('knows no list of the only numbers where none is given, and takes none that it cannot read for none', () => {
    setUp({ ONLY_TO: undefined })
    expect(environment(Variables).ONLY_TO).toBeUndefined()
    setUp({ ONLY_TO: '[]' })
    expect(environment(Variables).ONLY_TO).toEqual([])
    for (const unreadable of ['', '+14155550123', '["+14155550123"', '{}']) {
      setUp({ ONLY_TO: unreadable })
      expect(() => environment(Variables)).toThrow('environment variables missing or wrong: ONLY_TO')
    }
  })
})
