import { type Attempt, failureOf, isDelivered, isUnresolved } from '../notification/attempt.ts'
import type { Notification } from '../notification/notification.ts'
import { attemptMetrics } from './attempt-metrics.ts'
import { count, type StatusMetric } from './status-metric.ts'

/** Where a notification ends before its template is known, it has no kind. */
export const kindOf = ({ kind }: Notification) => kind ?? 'none'

/** Why the next carrier was asked, as far as is known by now: a class of failure, an unknown answer, or no receipt. */
const causeOf = (attempt: Attempt) => failureOf(attempt)?.class ?? (isUnresolved(attempt) ? 'unknown' : 'silent')

const fallBacks = (attempts: readonly Attempt[]): StatusMetric[] =>
  attempts.flatMap((attempt, index) => {
    const next = attempts[index + 1]
    if (next === undefined || next.carrier === attempt.carrier) return []
    return [count('FellBack', { carrier: attempt.carrier, cause: causeOf(attempt) })]
  })

/**
 * All that a notification counts as it stands now: a request, its outcome, its attempts and what they cost. Of two images, the later
 * one less the earlier one is what a change adds to the figures, so the figures agree however the changes are cut.
 */
export const countedMetrics = (notification: Notification): StatusMetric[] => {
  const { attempts, outcome, reason = 'none' } = notification
  const kind = kindOf(notification)
  const duplicates = attempts.filter(isDelivered).length - 1
  return [
    ...(notification.kind !== undefined || outcome !== undefined ? [count('Requested', { kind })] : []),
    ...(outcome ? [count('Ended', { kind, outcome })] : []),
    ...(outcome === 'rejected' ? [count('Rejected', { code: reason })] : []),
    ...attempts.flatMap((attempt) => attemptMetrics(attempt, notification, kind)),
    ...fallBacks(attempts),
    ...(duplicates > 0 ? [count('Duplicate', { kind }, duplicates)] : []),
  ]
}
