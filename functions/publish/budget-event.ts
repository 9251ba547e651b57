import * as z from 'zod'
import { BudgetLevel } from '../policy/budget/budget-level.ts'
import { count, type StatusMetric } from './status-metric.ts'

export const budgetDetailTypes = { 80: 'Budget Nearly Spent', 100: 'Budget Spent' } as const

/** What is told of a budget: nothing of any notification. */
export const BudgetDetail = BudgetLevel.extend({
  eventId: z.string().describe('The same for every repeat of this event: a consumer drops what it has seen.'),
})

export interface BudgetEvent {
  readonly detailType: (typeof budgetDetailTypes)[keyof typeof budgetDetailTypes]
  readonly detail: Readonly<z.infer<typeof BudgetDetail>>
}

export const budgetEvent = (reached: BudgetLevel): BudgetEvent => {
  const { kind, day, level, parts, at } = reached
  return { detailType: budgetDetailTypes[level], detail: { eventId: `${kind}/${day}/${level}`, kind, day, level, parts, at } }
}

export const budgetMetric = ({ level }: BudgetLevel): StatusMetric => count('BudgetReached', { level: String(level) })
