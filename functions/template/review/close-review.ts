import { withDecision } from './decide-review.ts'
import type { Review } from './review.ts'

/** Why a review ends that nobody decided: the wait for a person is over, or its workflow broke. */
export type ClosedBy = 'expired' | 'fault'

/** Rejects what nobody decided. A decision that is there stays. */
export const closeReview = (review: Review, reason: ClosedBy, now: Date): Review =>
  review.decision ? review : withDecision(review, { verdict: 'rejected', reason, at: now.toISOString() })

/** What stands, in the word that the workflow's end has for it. */
export const standing = ({ decision }: Review): 'approved' | 'rejected' | 'expired' | undefined =>
  decision && decision.by === undefined && decision.reason === 'expired' ? 'expired' : decision?.verdict
