import type { Ending } from '../notification/end.ts'
import type { Outcome } from '../notification/outcome.ts'
import type { Facts } from './facts.ts'
import { judgeBudget } from './judge-budget.ts'
import { judgeConsent } from './judge-consent.ts'
import { judgeFrequency } from './judge-frequency.ts'
import { judgeQuietHours } from './judge-quiet-hours.ts'
import { judgeSchedule } from './judge-schedule.ts'
import { judgeSuppression } from './judge-suppression.ts'
import type { PolicyAnswer, PolicyRule } from './policy-answer.ts'

/** What a notification must pass, in this order: first what no time mends, then what waiting mends, last what is counted. */
const rules: Readonly<Record<PolicyRule, (facts: Facts, now: Date) => PolicyAnswer>> = {
  suppression: judgeSuppression,
  consent: judgeConsent,
  schedule: judgeSchedule,
  'quiet-hours': judgeQuietHours,
  frequency: judgeFrequency,
  budget: judgeBudget,
}

/** The answer of every rule, also of those behind one that does not allow. */
export const answersOf = (facts: Facts, now: Date): readonly PolicyAnswer[] =>
  Object.values(rules).map((rule) => rule(facts, now))

const outcomes: Readonly<Record<PolicyRule, Outcome>> = {
  suppression: 'suppressed',
  consent: 'suppressed',
  schedule: 'expired',
  'quiet-hours': 'expired',
  frequency: 'suppressed',
  budget: 'rejected',
}

/** What all rules together say: to send, to hold, or to end. The answers are those up to the one that decided. */
export interface Judgement {
  readonly answers: readonly PolicyAnswer[]
  readonly verdict: 'send' | { readonly holdUntil: Date; readonly reason: string } | Ending
}

/** A hold that ends when the text is of no use any more, or that nobody knows the end of, is none. */
const verdictOf = ({ decision, rule, reason, until }: PolicyAnswer, validUntil: string): Judgement['verdict'] => {
  if (decision === 'allow') return 'send'
  if (decision === 'hold' && until !== undefined && Date.parse(until) < Date.parse(validUntil))
    return { holdUntil: new Date(until), reason }
  return { outcome: outcomes[rule], reason }
}

/** Asks the rules in their order. The first that does not allow decides. */
export const judgePolicy = (facts: Facts, now: Date): Judgement => {
  const answers: PolicyAnswer[] = []
  for (const rule of Object.values(rules)) {
    const answer = rule(facts, now)
    answers.push(answer)
    const verdict = verdictOf(answer, facts.validUntil)
    if (verdict !== 'send') return { answers, verdict }
  }
  return { answers, verdict: 'send' }
}
