import type { Config } from './config.ts'

const everyKindBySns: Config['carriers'] = {
  verification: ['sns'],
  order: ['sns'],
  payment: ['sns'],
  logistics: ['sns'],
  membership: ['sns'],
}

const production: Config = {
  stackName: 'Heliograph',
  busName: 'heliograph',
  carriers: everyKindBySns,
  senders: [],
  allowedCountries: ['US', 'CA', 'GB', 'DE', 'AT', 'CH', 'FR', 'IE', 'NL'],
  retentionDays: { records: 400, person: 7, logs: 30 },
  mostEventAgeSeconds: 86_400,
  receiptSeconds: { sns: 90 },
  receiptWaitSeconds: {},
  sending: { callSeconds: 10, functionSeconds: 20, shortestWaitSeconds: 30 },
  maxPriceUsd: 0.5,
  concurrency: 20,
  endpoints: {},
  parts: { switchOnDeliveryLogging: true, encryptDeliveryLogs: true },
}

/** Everything on one machine: the telephone network is simulated there, so waits can be short. What is off, its AWS has not. */
const local: Config = {
  ...production,
  stackName: 'HeliographLocal',
  retentionDays: { records: 7, person: 1, logs: 1 },
  receiptSeconds: { sns: 12 },
  receiptWaitSeconds: { order: 12, payment: 12, logistics: 12, membership: 12 },
  sending: { callSeconds: 3, functionSeconds: 10, shortestWaitSeconds: 11 },
  endpoints: { sns: 'http://127.0.0.1:4570' },
  parts: { switchOnDeliveryLogging: false, encryptDeliveryLogs: false },
}

/** The named starting points; the CDK context overrides single values. */
export const deployments = { production, local } as const
export type Deployment = keyof typeof deployments
