import type { PolicyAnswer } from './policy-answer.ts'

/** All that the rule knows, in parts. */
export interface BudgetFacts {
  /** Of the text. */
  readonly parts: number
  /** Of the kind's budget, today. */
  readonly reserved: number
  readonly budgetParts: number
}

const rule = 'budget'

/** Whether the day's budget of a kind has room for a text. Arming reserves it, and has the last word. */
export const judgeBudget = ({ parts, reserved, budgetParts }: BudgetFacts): PolicyAnswer =>
  reserved + parts > budgetParts
    ? { decision: 'stop', rule, reason: 'budget-exhausted' }
    : { decision: 'allow', rule, reason: 'budget-left' }
