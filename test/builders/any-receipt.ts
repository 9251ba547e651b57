import fc from 'fast-check'
import { type Failure, failureClasses } from '../../functions/notification/failure.ts'
import { carriersEvidences, type Receipt } from '../../functions/notification/receipt.ts'

export const anyFailure: fc.Arbitrary<Failure> = fc.record({
  class: fc.constantFrom(...failureClasses),
  reason: fc.constantFrom('opted-out', 'spam', 'unreachable', 'unknown-text'),
})

const anyPrice = fc.record({ amount: fc.constantFrom(0, 0.00645, 0.0129), currency: fc.constantFrom('USD', 'EUR') })

/** Whatever a carrier may say of a message, sensible or not. */
export const anyReceipt: fc.Arbitrary<Receipt> = fc.record(
  {
    carrier: fc.constant('sns' as const),
    messageId: fc.constant('message-1'),
    status: fc.constantFrom('sent' as const, 'undelivered' as const, 'delivered' as const),
    evidence: fc.constantFrom(...carriersEvidences),
    failure: anyFailure,
    parts: fc.nat({ max: 10 }),
    price: anyPrice,
    at: fc.constantFrom('2026-11-22 12:00:05.12', '2026-11-22 12:10:00.1'),
  },
  { requiredKeys: ['carrier', 'messageId', 'status'] },
)
