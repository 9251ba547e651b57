import type * as z from 'zod'
import { problemsOf } from '../../functions/notification/problems-of.ts'
import type { Row } from './read-rows.ts'

/** The event that each row of a file is. */
export interface RowEvent {
  readonly detailType: string
  readonly schema: z.ZodType<object>
  readonly columns: readonly string[]
  /** Of these, what a row must have though an event need not. */
  readonly needed: readonly string[]
}

/** A row that is no such event, with all that is wrong with it and nothing that it says. */
export interface RefusedRow {
  readonly line: number
  readonly problems: readonly string[]
}

export const isRefused = (judged: object | RefusedRow): judged is RefusedRow => 'problems' in judged

/**
 * Judges a row as `permit` will judge its event.
 * @param by the ARN of whoever imports it
 */
export const judgeRow = (row: Row, { schema, needed }: Pick<RowEvent, 'schema' | 'needed'>, by: string): object | RefusedRow => {
  const { line } = row
  if ('problem' in row) return { line, problems: [row.problem] }
  const parsed = schema.safeParse({ ...row.values, by })
  const missing = needed.filter((name) => row.values[name] === undefined).map((name) => `${name} is missing`)
  const wrong = parsed.success ? [] : problemsOf(parsed.error).map(({ field, problem }) => `${field} ${problem}`)
  const problems = [...new Set([...wrong, ...missing])]
  return parsed.success && problems.length === 0 ? parsed.data : { line, problems }
}
