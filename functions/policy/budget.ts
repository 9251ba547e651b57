import type { PolicyAnswer } from './policy-answer.ts'

/** Whether the day's budget of a kind has room for a text: in parts. Arming reserves them, and has the last word. */
export const budget = ({
  parts,
  reserved,
  budgetParts,
}: {
  readonly parts: number
  readonly reserved: number
  readonly budgetParts: number
}): PolicyAnswer =>
  reserved + parts > budgetParts
    ? { decision: 'stop', rule: 'budget', reason: 'budget-exhausted' }
    : { decision: 'allow', rule: 'budget', reason: 'budget-left' }
