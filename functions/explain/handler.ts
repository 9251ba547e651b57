import * as z from 'zod'
import { Instant } from '../notification/instant.ts'
import { kinds } from '../notification/kinds.ts'
import { budgetOf } from '../policy/budget/budget-of.ts'
import { isTimeZone } from '../policy/quiet/is-time-zone.ts'
import type { ListDrainChanges } from '../record/drains/list-drain-changes.ts'
import type { ReadDrains } from '../record/drains/read-drains.ts'
import type { CarrierOrders } from '../steering/carriers-now.ts'
import { standings } from '../steering/standings.ts'
import { type Dependencies as Explaining, explain } from './explain.ts'

export interface Dependencies extends Explaining {
  readonly readDrains: ReadDrains
  readonly listDrainChanges: ListDrainChanges
  /** The order of carriers by kind. */
  readonly carriers: CarrierOrders
  readonly now: () => Date
}

/** What an operator asks. */
export const Question = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('text'),
    to: z.string(),
    kind: z.enum(kinds),
    /** Now, where it is left out. */
    at: Instant.optional(),
    timeZone: z.string().refine(isTimeZone, 'must be a time zone like Europe/Berlin').optional(),
    sendAfter: Instant.optional(),
    parts: z.int().positive().default(1),
  }),
  z.strictObject({ about: z.literal('budgets') }),
  z.strictObject({ about: z.literal('carriers') }),
  z.strictObject({ about: z.literal('drains'), most: z.int().min(1).max(100) }),
])

const budgetsNow = ({ readBudget, kinds: policies, budgetZone }: Dependencies, now: Date) =>
  Promise.all(
    kinds.map(async (kind) => {
      const budget = budgetOf({ kinds: policies, budgetZone }, kind, now)
      return { ...budget, reserved: await readBudget(budget) }
    }),
  )

/** Answers what would become of a text, what is left of the day's budgets, how each carrier stands, or who drained which, and changes nothing. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<unknown> => {
    const question = Question.parse(input)
    const { readDrains, listDrainChanges, carriers } = dependencies
    const now = dependencies.now()
    if (question.about === 'budgets') return budgetsNow(dependencies, now)
    if (question.about === 'carriers') return standings(carriers, await readDrains(), now)
    if (question.about === 'drains') return listDrainChanges(question.most)
    const { at, ...supposed } = question
    return explain(dependencies, { ...supposed, at: at === undefined ? now : new Date(at) })
  }
