import { type Attempt, failureOf, isDelivered, isUnresolved } from '../notification/attempt.ts'
import type { Failure, failureClasses } from '../notification/failure.ts'
import type { Notification } from '../notification/notification.ts'
import { count, type StatusMetric } from './status-metric.ts'

/** Failures that say something of the carrier or of our account there, and nothing of the recipient or the text. */
const carriersOwn = ['route', 'account', 'throttled', 'unclassified'] as const satisfies (typeof failureClasses)[number][]

const isCarriersOwn = (failure: Failure | undefined) => carriersOwn.some((failureClass) => failureClass === failure?.class)

const isByCarrier = (attempt: Attempt) => isUnresolved(attempt) || isCarriersOwn(failureOf(attempt))

/** A receipt lifts the status; that the recipient acted is no word of a carrier. */
const hasReceipt = ({ status, evidence }: Attempt) =>
  status === 'sent' || status === 'undelivered' || (status === 'delivered' && evidence !== 'recipient')

/** A carrier said that it took the text, by its answer or by a receipt where the answer was lost. */
const isTaken = (attempt: Attempt) => attempt.answer?.type === 'accepted' || hasReceipt(attempt)

const microUsd = (usd: number) => Math.round(usd * 1_000_000)

/** What the carrier says it charged, in US dollars; else what the text was to cost; nothing where no price is known. */
const costOf = ({ price, carrier }: Attempt, { plan }: Notification): number =>
  microUsd(price?.currency === 'USD' ? price.amount : (plan?.prices?.[carrier] ?? 0))

const costMetrics = (attempt: Attempt, notification: Notification, dimensions: StatusMetric['dimensions']) => [
  count('Parts', dimensions, attempt.parts ?? notification.plan?.parts ?? 0),
  count('MicroUsd', dimensions, costOf(attempt, notification)),
]

/** What one attempt counts, as it stands now. */
export const attemptMetrics = (attempt: Attempt, notification: Notification, kind: string): StatusMetric[] => {
  const { carrier, evidence = 'network' } = attempt
  const dimensions = { kind, carrier }
  const failure = failureOf(attempt)
  return [
    count('Attempts', dimensions),
    ...(attempt.answer?.type === 'accepted' ? [count('Accepted', dimensions)] : []),
    ...(isDelivered(attempt) ? [count('Delivered', { ...dimensions, evidence })] : []),
    ...(failure ? [count('Undelivered', { ...dimensions, class: failure.class })] : []),
    ...(isByCarrier(attempt) ? [count('CarrierFailed', { carrier })] : []),
    ...(hasReceipt(attempt) ? [count('Receipts', { carrier })] : []),
    ...(isTaken(attempt) ? costMetrics(attempt, notification, dimensions) : []),
  ]
}
