import * as z from 'zod'
import { kinds } from '../../notification/kinds.ts'

/** Percent of a day's budget at which somebody is told: while there is time to raise it, and when nothing goes any more. */
export const budgetLevels = [80, 100] as const

/** That a kind's budget of a day has come to a level; told once. */
export const BudgetLevel = z.object({
  kind: z.enum(kinds),
  day: z.iso.date(),
  level: z.union(budgetLevels.map((level) => z.literal(level))),
  /** The whole budget, in parts. */
  parts: z.int().nonnegative(),
  at: z.iso.datetime(),
})
export type BudgetLevel = Readonly<z.infer<typeof BudgetLevel>>
