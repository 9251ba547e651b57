import { percentile } from '../../commands/percentile.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** How many of a hundred are at most so much. */
const rank = (values: readonly number[], most: number) => (100 * values.filter((value) => value <= most).length) / values.length

const basic: Readonly<Record<string, (values: readonly number[]) => number>> = {
  Sum: sum,
  Average: (values) => sum(values) / values.length,
  Minimum: (values) => Math.min(...values),
  Maximum: (values) => Math.max(...values),
}

/**
 * A statistic of CloudWatch over the values of one time, e.g. "Sum", "p95" or "PR(:10)".
 * @returns undefined where there are no values
 */
export const statistic = (name: string, values: readonly number[]): number | undefined => {
  if (values.length === 0) return undefined
  const [, percent] = /^p(\d+(?:\.\d+)?)$/.exec(name) ?? []
  if (percent)
    return percentile(
      values.toSorted((a, b) => a - b),
      Number(percent) / 100,
    )
  const [, most] = /^PR\(:(\d+)\)$/.exec(name) ?? []
  if (most) return rank(values, Number(most))
  const of = basic[name]
  if (of === undefined) throw new Error(`The statistic ${name} is not known here.`)
  return of(values)
}
