import { type Attempt, failureOf, isDelivered } from '../notification/attempt.ts'
import { dueAt } from '../notification/due-at.ts'
import { attentionClasses, type Failure } from '../notification/failure.ts'
import type { Notification } from '../notification/notification.ts'
import { secondsBetween } from './seconds-between.ts'

/** One figure of CloudWatch's embedded metric format. No id and no number is ever a dimension. */
export interface StatusMetric {
  readonly name:
    | 'Requested'
    | 'Accepted'
    | 'SecondsToAccept'
    | 'Delivered'
    | 'SecondsToDeliver'
    | 'Undelivered'
    | 'NeedsAttention'
    | 'Unknown'
    | 'Fault'
    | 'Duplicate'
    | 'BudgetReached'
  readonly value: number
  readonly unit: 'Count' | 'Seconds'
  readonly dimensions: Readonly<Record<string, string>>
}

const count = (name: StatusMetric['name'], dimensions: StatusMetric['dimensions']): StatusMetric => ({
  name,
  value: 1,
  unit: 'Count',
  dimensions,
})

const seconds = (name: StatusMetric['name'], from: Date, to: string | undefined, dimensions: StatusMetric['dimensions']) => {
  const value = secondsBetween(from, to)
  return value === undefined ? [] : [{ name, value, unit: 'Seconds' as const, dimensions }]
}

/** Where a notification ends before its template is known, it has no kind. */
const kindOf = ({ kind }: Notification) => kind ?? 'none'

const needsAttention = (failure: Failure | undefined): failure is Failure =>
  attentionClasses.some((attentionClass) => attentionClass === failure?.class)

const attemptMetrics = (notification: Notification, before: Attempt | undefined, after: Attempt): StatusMetric[] => {
  const due = dueAt(notification)
  const dimensions = { kind: kindOf(notification), carrier: after.carrier }
  const accepted = after.answer?.type === 'accepted' && before?.answer?.type !== 'accepted'
  const delivered = after.status === 'delivered' && before?.status !== 'delivered'
  const isConfirmed = after.evidence === 'recipient' // how long the recipient took is no figure of a carrier
  const failure = before && failureOf(before) ? undefined : failureOf(after)
  return [
    ...(accepted ? [count('Accepted', dimensions), ...seconds('SecondsToAccept', due, after.answeredAt, dimensions)] : []),
    ...(delivered
      ? [count('Delivered', dimensions), ...(isConfirmed ? [] : seconds('SecondsToDeliver', due, after.deliveredAt, dimensions))]
      : []),
    ...(failure ? [count('Undelivered', { ...dimensions, class: failure.class })] : []),
    ...(needsAttention(failure) ? [count('NeedsAttention', { class: failure.class })] : []),
  ]
}

const isCounted = (notification: Notification | undefined) =>
  notification?.kind !== undefined || notification?.outcome !== undefined

const deliveries = (notification: Notification | undefined) => notification?.attempts.filter(isDelivered).length ?? 0

/** The reason of a cancellation is the requester's own word, which may be any. */
const isOurFault = ({ outcome, reason }: Notification) => outcome !== 'cancelled' && reason === 'fault'

/** What a change of a notification adds to the figures, by kind and carrier. */
export const statusMetrics = (before: Notification | undefined, after: Notification): StatusMetric[] => {
  const kind = { kind: kindOf(after) }
  const ends = after.outcome !== undefined && before?.outcome === undefined
  return [
    ...(isCounted(after) && !isCounted(before) ? [count('Requested', kind)] : []),
    ...after.attempts.flatMap((attempt, index) => attemptMetrics(after, before?.attempts[index], attempt)),
    ...(deliveries(after) > Math.max(1, deliveries(before)) ? [count('Duplicate', kind)] : []),
    ...(ends && after.outcome === 'unknown' ? [count('Unknown', kind)] : []),
    ...(ends && isOurFault(after) ? [count('Fault', {})] : []),
  ]
}
