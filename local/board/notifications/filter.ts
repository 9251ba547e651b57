import * as z from 'zod'
import { e164 } from '../../../functions/notification/e164.ts'
import { kinds } from '../../../functions/notification/kinds.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import type { Reach } from '../reach.ts'
import { type Book, type Listed, listedOf } from './book.ts'

export const ends = ['under way', ...outcomes] as const

/** Which notifications somebody wants to see; what is not written as it must be asks for nothing. */
export const Filter = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  outcome: z.enum(ends).optional().catch(undefined),
  number: z
    .string()
    .transform((number) => number.replaceAll(/[^+\d]/g, ''))
    .pipe(z.string().regex(e164))
    .optional()
    .catch(undefined),
})
export type Filter = Readonly<z.infer<typeof Filter>>

const mostShown = 100

const isWanted =
  ({ kind, outcome }: Filter) =>
  (line: Listed) =>
    (kind === undefined || line.kind === kind) && (outcome === undefined || (line.outcome ?? 'under way') === outcome)

/** By the records, which know also of what the board has not seen. */
const linesOf = async ({ ofNumber, find }: Pick<Reach, 'ofNumber' | 'find'>, book: Book, number: string): Promise<Listed[]> => {
  const lines: Listed[] = []
  for await (const id of ofNumber(number)) {
    const record = book.find(id) ? undefined : await find(id)
    const line = book.find(id) ?? (record && listedOf(record))
    if (line) lines.push(line)
    if (lines.length === mostShown) break
  }
  return lines
}

/** The latest first, at most a hundred. */
export const filtered = async (
  reach: Pick<Reach, 'ofNumber' | 'find'>,
  book: Book,
  filter: Filter,
): Promise<readonly Listed[]> => {
  const lines = filter.number === undefined ? book.all() : await linesOf(reach, book, filter.number)
  return lines.filter(isWanted(filter)).slice(0, mostShown)
}
