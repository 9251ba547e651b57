import type { Config } from './config.ts'

const everyKindBySns: Config['carriers'] = {
  verification: ['sns'],
  order: ['sns'],
  payment: ['sns'],
  logistics: ['sns'],
  membership: ['sns'],
  marketing: ['sns'],
}

/** Twilio's receipts come in seconds by webhook, so a code starts there. */
const codesByTwilio: Config['carriers'] = {
  verification: ['twilio', 'sns'],
  order: ['sns', 'twilio'],
  payment: ['sns', 'twilio'],
  logistics: ['sns', 'twilio'],
  membership: ['sns', 'twilio'],
  marketing: ['sns', 'twilio'],
}

const production: Config = {
  stackName: 'Heliograph',
  busName: 'heliograph',
  requesters: { accounts: [] },
  approvers: {},
  carriers: everyKindBySns,
  senders: [],
  allowedCountries: ['US'], // no Region says which country a deployment is of
  quietHours: { default: { from: '21:00', to: '08:00' }, countries: {} },
  budgetZone: 'UTC',
  retentionDays: { records: 400, person: 7, logs: 30 },
  mostEventAgeSeconds: 86_400,
  receiptSeconds: { sns: 90, twilio: 20 },
  kinds: {},
  networkOnlyCountries: [],
  sending: { callSeconds: 8, functionSeconds: 14, shortestWaitSeconds: 18 },
  maxPriceUsd: 0.5,
  concurrency: 20,
  operators: { pages: [], warnings: [] },
  endpoints: {},
  parts: { twilio: false, switchOnDeliveryLogging: true, encryptDeliveryLogs: true, combinedAlarms: true },
}

const waits = { receiptWaitSeconds: 12 }

/** Everything on one machine: the telephone network is simulated there, so waits can be short. What is off, its AWS has not. */
const local: Config = {
  ...production,
  stackName: 'HeliographLocal',
  carriers: codesByTwilio,
  allowedCountries: ['US', 'CA', 'GB', 'DE', 'AT', 'CH', 'FR', 'IE', 'NL'],
  retentionDays: { records: 7, person: 1, logs: 1 },
  receiptSeconds: { sns: 12, twilio: 12 },
  kinds: { order: waits, payment: waits, logistics: waits, membership: waits },
  sending: { callSeconds: 3, functionSeconds: 10, shortestWaitSeconds: 11 },
  senders: [{ carrier: 'twilio', originationNumber: '+15005550006' }],
  endpoints: { sns: 'http://127.0.0.1:4571', twilio: 'http://127.0.0.1:4572' },
  parts: { twilio: true, switchOnDeliveryLogging: false, encryptDeliveryLogs: false, combinedAlarms: false },
}

/** The named starting points; the CDK context overrides single values. */
export const deployments = { production, local } as const
export type Deployment = keyof typeof deployments
