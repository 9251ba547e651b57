import { type Attempt, isDelivered, isUnresolved } from '../notification/attempt.ts'
import type { ExpectedFailure, Failure } from '../notification/failure.ts'
import { goesOnAtOnce } from '../notification/kind-policy.ts'
import type { Kinds } from '../notification/kinds.ts'
import type { Notification } from '../notification/notification.ts'

/** How a waiting task ends: well, or by one of the expected names with a cause in our own words. */
export type Settlement =
  | { readonly delivered: true }
  | { readonly accepted: true }
  | { readonly error: ExpectedFailure; readonly cause: string }

const because = ({ class: failureClass, reason }: Failure) => `${failureClass}: ${reason}`

const ofAttempt = (attempt: Attempt, kind: Notification['kind'], kinds: Kinds): Settlement | undefined => {
  if (attempt.answer?.type === 'notSent') return { error: 'Refused', cause: because(attempt.answer.failure) }
  if (attempt.status === 'undelivered') {
    return { error: 'NotDelivered', cause: because(attempt.failure ?? { class: 'unclassified', reason: 'no-reason' }) }
  }
  if (isUnresolved(attempt) && kind !== undefined && goesOnAtOnce(kinds[kind]))
    return { error: 'Unknown', cause: 'unknown-answer' }
  return undefined
}

/**
 * Whether the task that waits can be resumed now, and how. A delivery of any attempt ends the wait; so does
 * an acceptance that is the outcome.
 * @returns undefined while the attempt that is waited on may still change
 * Source: design §5 step 6.
 */
export const settlement = (notification: Notification, kinds: Kinds): Settlement | undefined => {
  const { kind, waiting, attempts, outcome, stopped, heldUntil } = notification
  if (attempts.some(isDelivered)) return { delivered: true }
  if (outcome === 'accepted') return { accepted: true }
  if (outcome !== undefined) return { error: 'NotArmed', cause: outcome }
  if (stopped !== undefined) return { error: 'NotArmed', cause: stopped.reason }
  if (heldUntil !== undefined) return { error: 'NotArmed', cause: 'held' }
  const attempt = waiting && attempts[waiting.attempt - 1]
  return attempt && ofAttempt(attempt, kind, kinds)
}
