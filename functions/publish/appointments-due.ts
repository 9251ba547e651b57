import { type Attempt, isDelivered } from '../notification/attempt.ts'
import type { Notification } from '../notification/notification.ts'

/** What a receipt delivered has been to its rendezvous; what its recipient confirmed may not have been. */
const isDeliveredByReceipt = (attempt: Attempt) => isDelivered(attempt) && attempt.evidence !== 'recipient'

const mayHaveReceipts = (attempt: Attempt) => attempt.answer?.type === 'accepted' && !isDeliveredByReceipt(attempt)

/**
 * Whether this change leaves nobody else to go to the rendezvous of an accepted attempt: there is an outcome, so no Fall back follows,
 * and `send` may have died between the carrier's answer and the rendezvous. It is the change that brought the outcome, or an answer that
 * came after it.
 */
export const appointmentsDue = (before: Notification | undefined, after: Notification): boolean => {
  if (after.outcome === undefined) return false
  const open = after.attempts.filter(mayHaveReceipts)
  if (before?.outcome === undefined) return open.length > 0
  return open.some(({ number }) => before.attempts[number - 1]?.answer === undefined)
}
