/** What there is of each at any time: the sum of all that was ever emitted says how many. */
export const countedFigures = [
  'Requested',
  'Ended',
  'Rejected',
  'Attempts',
  'Accepted',
  'Delivered',
  'Undelivered',
  'CarrierFailed',
  'Receipts',
  'FellBack',
  'Duplicate',
  'Parts',
  'MicroUsd',
] as const
export type CountedFigure = (typeof countedFigures)[number]

/** What is counted as it happens, once each, and how long it took. */
export type OnceCounted =
  | 'Held'
  | 'NeedsAttention'
  | 'Fault'
  | 'BudgetReached'
  | 'SecondsToAccept'
  | 'SecondsToReceipt'
  | 'SecondsToDeliver'

/** One figure of CloudWatch's embedded metric format. No id and no number is ever a dimension. */
export interface StatusMetric {
  readonly name: CountedFigure | OnceCounted
  readonly value: number
  readonly unit: 'Count' | 'Seconds'
  readonly dimensions: Readonly<Record<string, string>>
}

export const count = (name: StatusMetric['name'], dimensions: StatusMetric['dimensions'], value = 1): StatusMetric => ({
  name,
  value,
  unit: 'Count',
  dimensions,
})
