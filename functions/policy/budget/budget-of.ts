import type { Kind, Kinds } from '../../notification/kinds.ts'
import { budgetDay } from './budget-day.ts'
import type { DayBudget } from './budget-shards.ts'

/** What each kind may spend, and in which zone (IANA) its days begin. */
export interface Budgets {
  readonly kinds: Kinds
  readonly budgetZone: string
}

/** A kind's budget of today. */
export const budgetOf = ({ kinds, budgetZone }: Budgets, kind: Kind, now: Date): DayBudget => ({
  kind,
  day: budgetDay(now, budgetZone),
  parts: kinds[kind].budgetParts,
})
