import type { BudgetFacts } from './judge-budget.ts'
import type { ConsentFacts } from './judge-consent.ts'
import type { FrequencyFacts } from './judge-frequency.ts'
import type { QuietFacts } from './judge-quiet-hours.ts'
import type { SuppressionFacts } from './judge-suppression.ts'

/** All that the rules know of a notification, its recipient and the deployment. */
export interface Facts extends SuppressionFacts, ConsentFacts, QuietFacts, FrequencyFacts, BudgetFacts {
  /** Not before this instant. */
  readonly sendAfter?: string | undefined
  /** From this instant on nothing is sent. */
  readonly validUntil: string
}
