import { type KindOverrides, kindsWith } from '../../functions/notification/kinds.ts'
import type { Routing } from '../../functions/notification/routing.ts'
import type { SteeredRouting } from '../../functions/validate/decide-next.ts'

/** Every kind by SNS and then by Twilio, neither drained; the shortest wait is 20 s. */
export const aRouting = (overrides: Partial<Routing['waits']> = {}, kinds: KindOverrides = {}): SteeredRouting => ({
  kinds: kindsWith(kinds),
  carriers: {
    verification: ['sns', 'twilio'],
    order: ['sns', 'twilio'],
    payment: ['sns', 'twilio'],
    logistics: ['sns', 'twilio'],
    membership: ['sns', 'twilio'],
    marketing: ['sns', 'twilio'],
  },
  waits: { receiptSeconds: { sns: 80, twilio: 25 }, shortest: 20, ...overrides },
  drains: [],
})
