import { type Attempt, failureOf } from '../notification/attempt.ts'
import { attentionClasses, type Failure } from '../notification/failure.ts'
import type { Notification } from '../notification/notification.ts'
import { countedMetrics, kindOf } from './counted-metrics.ts'
import { newHold } from './new-hold.ts'
import { count, type StatusMetric } from './status-metric.ts'
import { timingMetrics } from './timing-metrics.ts'

/** Each figure once, with the sum of its values; what comes to nothing is left out. */
const summed = (metrics: readonly StatusMetric[]): StatusMetric[] => {
  const sums = new Map<string, StatusMetric>()
  for (const metric of metrics) {
    const series = JSON.stringify([metric.name, metric.dimensions])
    sums.set(series, { ...metric, value: metric.value + (sums.get(series)?.value ?? 0) })
  }
  return [...sums.values()].filter(({ value }) => value !== 0)
}

const negative = (metric: StatusMetric): StatusMetric => ({ ...metric, value: -metric.value })

const needsAttention = (failure: Failure | undefined): failure is Failure =>
  attentionClasses.some((attentionClass) => attentionClass === failure?.class)

/** A failure that only a person mends, the first time that its attempt has any. */
const attentionMetrics = (before: Notification | undefined, after: Notification): StatusMetric[] => {
  const failedBefore = (attempt: Attempt | undefined) => attempt !== undefined && failureOf(attempt) !== undefined
  return after.attempts
    .filter((_, index) => !failedBefore(before?.attempts[index]))
    .map(failureOf)
    .filter(needsAttention)
    .map((failure) => count('NeedsAttention', { class: failure.class }))
}

/** The reason of a cancellation is the requester's own word, which may be any. */
const isOurFault = ({ outcome, reason }: Notification) => outcome !== 'cancelled' && reason === 'fault'

/**
 * What a change of a notification adds to the figures. A count is what there is now less what there was before: where a receipt raises
 * an outcome, the delivered become one more and the unknown one fewer.
 */
export const statusMetrics = (before: Notification | undefined, after: Notification): StatusMetric[] => {
  const ends = after.outcome !== undefined && before?.outcome === undefined
  return [
    ...summed([...countedMetrics(after), ...(before ? countedMetrics(before).map(negative) : [])]),
    ...timingMetrics(before, after),
    ...(newHold(before, after) ? [count('Held', { kind: kindOf(after) })] : []),
    ...attentionMetrics(before, after),
    ...(ends && isOurFault(after) ? [count('Fault', {})] : []),
  ]
}
