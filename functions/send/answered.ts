import type { Answer } from '../notification/attempt.ts'
import { end } from '../notification/end.ts'
import type { SendNext } from '../notification/next.ts'
import type { Notification } from '../notification/notification.ts'
import { withAnswer } from '../notification/with-answer.ts'

/**
 * Keeps what the carrier's call said. Where no receipt is awaited, an acceptance is the outcome, in the very same write; a receipt
 * that came first and said that the text did not arrive is stronger. An answer that is there was kept by this very call, whose reply was
 * lost, and may have been judged since: it stays.
 * @param next the decision that the attempt was armed by
 */
export const answered = (
  notification: Notification,
  { attempt: number, awaitReceipt }: SendNext,
  answer: Answer,
  now: Date,
): Notification => {
  if (notification.attempts[number - 1]?.answer !== undefined) return notification
  const kept = withAnswer(notification, number, answer, now)
  const failed = kept.attempts[number - 1]?.status === 'undelivered'
  if (awaitReceipt || answer.type !== 'accepted' || failed) return kept
  return end(kept, { outcome: 'accepted', reason: 'accepted' }, now)
}
