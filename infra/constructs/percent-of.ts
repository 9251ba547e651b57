import type { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, type Metric } from 'aws-cdk-lib/aws-cloudwatch'

interface Share {
  readonly label: string
  readonly part: readonly IMetric[]
  readonly whole: readonly IMetric[]
  readonly period: Duration
  /** Fewer of the whole say nothing. */
  readonly enough: number
}

/** What nobody counted is none. */
const sum = (prefix: string, { length }: readonly IMetric[]) =>
  Array.from({ length }, (_, index) => `FILL(${prefix}${index}, 0)`).join(' + ')

const named = (prefix: string, metrics: readonly IMetric[]) =>
  Object.fromEntries(metrics.map((metric, index) => [`${prefix}${index}`, metric]))

/** How many of a hundred; none where there are too few to say. An alarm takes ten metrics at most. */
export const percentOf = ({ label, part, whole, period, enough }: Share): MathExpression =>
  new MathExpression({
    label,
    period,
    expression: `IF(${sum('w', whole)} >= ${enough}, 100 * (${sum('p', part)}) / (${sum('w', whole)}), 0)`,
    usingMetrics: { ...named('p', part), ...named('w', whole) },
  })

/** One where the first were enough and there was none of the second, else none. */
export const stopped = ({ label, part, whole, period, enough }: Share): MathExpression =>
  new MathExpression({
    label,
    period,
    expression: `IF(${sum('w', whole)} >= ${enough} AND ${sum('p', part)} < 1, 1, 0)`,
    usingMetrics: { ...named('p', part), ...named('w', whole) },
  })

/** A statistic of one series; none where it has too few values to say. */
export const ofEnough = (metric: Metric, { label, period, enough }: Omit<Share, 'part' | 'whole'>): MathExpression =>
  new MathExpression({
    label,
    period,
    expression: `IF(FILL(n, 0) >= ${enough}, FILL(m, 0), 0)`,
    usingMetrics: { m: metric, n: metric.with({ statistic: 'SampleCount' }) },
  })
