import type { Scope } from '../notification/kinds.ts'
import type { PolicyAnswer } from './policy-answer.ts'

/** All that the rule knows. */
export interface SuppressionFacts {
  /** The scopes that keep the kind back. */
  readonly suppressedBy: readonly Scope[]
  /** What the recipient opted out of. */
  readonly suppressed: readonly Scope[]
}

const rule = 'suppression'

/** Whether the recipient opted out of what the kind is: of all texts, or of its sort. */
export const judgeSuppression = ({ suppressedBy, suppressed }: SuppressionFacts): PolicyAnswer => {
  const scope = suppressedBy.find((one) => suppressed.includes(one))
  return scope === undefined
    ? { decision: 'allow', rule, reason: 'not-opted-out' }
    : { decision: 'stop', rule, reason: `opted-out-of-${scope}` }
}
