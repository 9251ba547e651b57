import type { Row, Widget } from './body.ts'
import type { Range, ReadPoints } from './figures.ts'
import { metricMath } from './metric-math.ts'

/** One line of a widget. */
export interface Series {
  readonly label: string
  readonly points: readonly (number | undefined)[]
}

/** What a widget shows: its metrics, and its expressions worked out at each time. What it searches for by name, only CloudWatch finds. */
export const seriesOf = async ({ properties }: Widget, range: Range, read: ReadPoints): Promise<Series[]> => {
  const rows = properties.metrics
  const read1 = async (row: Row) => [row.id ?? '', await read(row, range)] as const
  const known = new Map(await Promise.all(rows.filter(({ expression }) => !expression).map(read1)))

  const valueAt = (id: string, at: number): number | undefined => {
    const row = rows.find((one) => one.id === id)
    return row?.expression ? workedOut(row.expression, at) : known.get(id)?.[at]
  }
  const workedOut = (expression: string, at: number) => {
    const words = new Set(expression.match(/\w+/g))
    const ids = rows.flatMap(({ id }) => (id && words.has(id) ? [id] : []))
    return metricMath(expression, Object.fromEntries(ids.map((id) => [id, valueAt(id, at)])))
  }
  const times = Math.round((range.to - range.from) / range.step)
  const pointsOf = async (row: Row) => {
    const { expression } = row
    return expression ? Array.from({ length: times }, (_, at) => workedOut(expression, at)) : read(row, range)
  }
  const shown = rows.filter(({ visible, expression }) => visible && !expression?.startsWith('SEARCH'))
  return Promise.all(shown.map(async (row) => ({ label: row.label ?? row.name, points: await pointsOf(row) })))
}
