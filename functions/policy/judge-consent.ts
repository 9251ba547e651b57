import type { PolicyAnswer } from './policy-answer.ts'

/** All that the rule knows. */
export interface ConsentFacts {
  readonly needsConsent: boolean
  /** Whether the recipient agreed to be texted. */
  readonly hasConsent: boolean
}

const rule = 'consent'

/** Whether the recipient agreed, where the kind asks for that. */
export const judgeConsent = ({ needsConsent, hasConsent }: ConsentFacts): PolicyAnswer => {
  if (!needsConsent) return { decision: 'allow', rule, reason: 'not-needed' }
  return hasConsent ? { decision: 'allow', rule, reason: 'recorded' } : { decision: 'stop', rule, reason: 'no-consent' }
}
