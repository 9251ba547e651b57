import type { Routing } from '../../functions/notification/routing.ts'

/** Every kind by SNS and then by Twilio; the shortest wait is 20 s. */
export const aRouting = (overrides: Partial<Routing['waits']> = {}): Routing => ({
  carriers: {
    verification: ['sns', 'twilio'],
    order: ['sns', 'twilio'],
    payment: ['sns', 'twilio'],
    logistics: ['sns', 'twilio'],
    membership: ['sns', 'twilio'],
  },
  waits: { receiptSeconds: { sns: 80, twilio: 25 }, byKind: {}, shortest: 20, ...overrides },
})
