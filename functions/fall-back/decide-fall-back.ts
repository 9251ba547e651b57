import { type Attempt, failureOf, isDelivered, isPossiblySent } from '../notification/attempt.ts'
import type { Ending } from '../notification/end.ts'
import type { Notification } from '../notification/notification.ts'

const silence = ({ answer }: Attempt) => (answer?.type === 'unknown' ? answer.reason : answer ? 'no-receipt' : 'no-answer')

/**
 * What follows an attempt that failed, stayed silent or is unknown: with one carrier, the end that the attempts say.
 * A text that may have been sent makes the outcome unknown; a later receipt still raises it.
 * Source: design §4, §5.
 */
export const decideFallBack = ({ attempts, outcome, reason, stopped }: Notification): Ending => {
  if (attempts.some(isDelivered)) return { outcome: 'delivered', reason: 'receipt' }
  if (outcome !== undefined) return { outcome, reason: reason ?? outcome }
  if (stopped !== undefined) return stopped
  const possiblySent = attempts.findLast(isPossiblySent)
  if (possiblySent) return { outcome: 'unknown', reason: silence(possiblySent) }
  const failure = attempts.map(failureOf).findLast((known) => known !== undefined)
  return { outcome: 'undeliverable', reason: failure?.reason ?? (attempts.length > 0 ? 'no-reason' : 'not-attempted') }
}
