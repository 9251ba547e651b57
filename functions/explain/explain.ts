import { dueAt } from '../notification/due-at.ts'
import type { Kind } from '../notification/kinds.ts'
import { type Budgets, budgetOf } from '../policy/budget/budget-of.ts'
import type { GatherFacts } from '../policy/gather-facts.ts'
import { answersOf, type Judgement, judgePolicy } from '../policy/judge-policy.ts'
import type { PolicyAnswer } from '../policy/policy-answer.ts'
import type { ReadBudget } from '../record/budget/read-budget.ts'
import { judgeNumber, type NumberPolicy } from '../validate/judge-number.ts'

export interface Dependencies extends Budgets {
  readonly gatherFacts: GatherFacts
  readonly readBudget: ReadBudget
  readonly numbers: NumberPolicy
}

/** A text that nobody sends: whom it would be for, of which kind, and when. */
export interface Supposed {
  /** E.164 */
  readonly to: string
  readonly kind: Kind
  readonly at: Date
  /** IANA */
  readonly timeZone?: string | undefined
  readonly sendAfter?: string | undefined
  readonly parts: number
}

/** What would become of it: what is said of the number, and by each rule of policy, also by those behind one that would not allow it. */
export interface Explanation {
  readonly number: { readonly ok: true; readonly country: string } | { readonly ok: false; readonly reason: string }
  readonly answers: readonly PolicyAnswer[]
  readonly verdict: Judgement['verdict']
}

/** Judges a text as Validate would, without one. Where the number is refused no rule is asked. */
export const explain = async (
  { gatherFacts, readBudget, numbers, ...budgets }: Dependencies,
  { to, kind, at, ...supposed }: Supposed,
): Promise<Explanation> => {
  const { countries, validForSeconds } = budgets.kinds[kind]
  const number = judgeNumber(to, numbers, countries)
  if (!number.ok) {
    const { code: reason } = number
    const outcome = reason === 'not-in-only-to' ? 'suppressed' : 'rejected'
    return { number: { ok: false, reason }, answers: [], verdict: { outcome, reason } }
  }
  const due = dueAt({ requestedAt: at.toISOString(), sendAfter: supposed.sendAfter })
  const validUntil = new Date(due.getTime() + validForSeconds * 1000).toISOString()
  const subject = { ...supposed, notificationId: '', to, kind, country: number.country, validUntil }
  const spent = await readBudget(budgetOf(budgets, kind, at))
  const { facts } = await gatherFacts(subject, spent.parts)
  return { number, answers: answersOf(facts, at), verdict: judgePolicy(facts, at).verdict }
}
