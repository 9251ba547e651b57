import { type Attempt, failureOf, hasReceipt, isDelivered, isUnresolved } from '../notification/attempt.ts'
import { type Cost, costOf } from '../notification/cost-of.ts'
import { type Failure, type failureClasses, noTimeLeft } from '../notification/failure.ts'
import type { Notification } from '../notification/notification.ts'
import { count, type StatusMetric } from './status-metric.ts'

/** Failures that say something of the carrier or of our account there, and nothing of the recipient or the text. */
const carriersOwn = ['route', 'account', 'throttled', 'unclassified'] as const satisfies (typeof failureClasses)[number][]

const isCarriersOwn = (failure: Failure | undefined) =>
  failure?.reason !== noTimeLeft.reason && carriersOwn.some((failureClass) => failureClass === failure?.class)

const isByCarrier = (attempt: Attempt) => isUnresolved(attempt) || isCarriersOwn(failureOf(attempt))

const microUsd = (usd: number) => Math.round(usd * 1_000_000)

const costMetrics = ({ parts, usd = 0 }: Cost, dimensions: StatusMetric['dimensions']) => [
  count('Parts', dimensions, parts),
  count('MicroUsd', dimensions, microUsd(usd)),
]

/** What one attempt counts, as it stands now. */
export const attemptMetrics = (attempt: Attempt, notification: Notification, kind: string): StatusMetric[] => {
  const { carrier, evidence = 'network' } = attempt
  const dimensions = { kind, carrier }
  const failure = failureOf(attempt)
  const cost = costOf(attempt, notification.plan)
  return [
    count('Attempts', dimensions),
    ...(attempt.answer?.type === 'accepted' ? [count('Accepted', dimensions)] : []),
    ...(isDelivered(attempt) ? [count('Delivered', { ...dimensions, evidence })] : []),
    ...(failure ? [count('Undelivered', { ...dimensions, class: failure.class })] : []),
    ...(isByCarrier(attempt) ? [count('CarrierFailed', { carrier })] : []),
    ...(hasReceipt(attempt) ? [count('Receipts', { carrier })] : []),
    ...(cost ? costMetrics(cost, dimensions) : []),
  ]
}
