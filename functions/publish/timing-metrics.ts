import { type Attempt, isDelivered } from '../notification/attempt.ts'
import { dueAt } from '../notification/due-at.ts'
import type { Notification } from '../notification/notification.ts'
import { kindOf } from './counted-metrics.ts'
import { secondsBetween } from './seconds-between.ts'
import type { StatusMetric } from './status-metric.ts'

const isAccepted = ({ answer }: Attempt) => answer?.type === 'accepted'

/** How long the recipient took to act is no figure of a carrier. */
const isDeliveredByCarrier = (attempt: Attempt) => isDelivered(attempt) && attempt.evidence !== 'recipient'

/** The first attempt of which this is so, where it was so of none before. */
const newlyFirst = (before: Notification | undefined, after: Notification, is: (attempt: Attempt) => boolean) =>
  before?.attempts.some(is) ? undefined : after.attempts.find(is)

type Seconds = 'SecondsToAccept' | 'SecondsToReceipt' | 'SecondsToDeliver'

/**
 * How long it took, once a notification: until a carrier took it, until that one's receipt said that it arrived, and both together from
 * when it was due. A hold or a fallback in between counts: whoever waits for the text waits for those too.
 */
export const timingMetrics = (before: Notification | undefined, after: Notification): StatusMetric[] => {
  const seconds = (name: Seconds, { carrier }: Attempt, from: Date, to: string | undefined): StatusMetric[] => {
    const value = secondsBetween(from, to)
    return value === undefined ? [] : [{ name, value, unit: 'Seconds', dimensions: { kind: kindOf(after), carrier } }]
  }
  const accepted = newlyFirst(before, after, isAccepted)
  const delivered = newlyFirst(before, after, isDeliveredByCarrier)
  const { answeredAt, deliveredAt } = delivered ?? {}
  return [
    ...(accepted ? seconds('SecondsToAccept', accepted, dueAt(after), accepted.answeredAt) : []),
    ...(delivered && answeredAt ? seconds('SecondsToReceipt', delivered, new Date(answeredAt), deliveredAt) : []),
    ...(delivered ? seconds('SecondsToDeliver', delivered, dueAt(after), deliveredAt) : []),
  ]
}
