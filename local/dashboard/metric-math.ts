import { runInNewContext } from 'node:vm'

type Value = number | undefined

/**
 * This folder draws the dashboard as CloudWatch would. Beside the picture it serves the tests: alarms are judged by this metric math and
 * by `statistic.ts`, for the emulator judges no alarm that compares metrics.
 */

/** The little of CloudWatch's metric math that our expressions use; numbers and signs are the same there as here. */
const functions = {
  FILL: (value: Value, missing: number) => value ?? missing,
  IF: (is: boolean, value: number, otherwise: number) => (is ? value : otherwise),
  SUM: (values: readonly Value[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
}

/**
 * What an expression of ours comes to at one time.
 * @param known the value of each metric that it names, by id; undefined where there are no data
 * @returns undefined where it needs data that there are not, or divides by nothing
 */
export const metricMath = (expression: string, known: Readonly<Record<string, Value>>): Value => {
  const value: unknown = runInNewContext(expression.replaceAll(' AND ', ' && '), { ...functions, ...known })
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
