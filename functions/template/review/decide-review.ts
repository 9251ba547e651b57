import { isSamePerson } from './is-same-person.ts'
import type { Decision, Review, Verdict } from './review.ts'

/** What a version is judged by besides its own review: the number of the version that is sent now, where there is one. */
export interface Current {
  readonly version: number
  readonly isRetired: boolean
}

/** A decision as a person makes it. */
export interface Decided {
  readonly verdict: Verdict
  readonly by: string
  readonly reason: string
}

export type DecisionRefusal = 'self-approval' | 'not-in-review' | 'superseded'

const isRepeat = ({ decision }: Review, { verdict, by, reason }: Decided) =>
  decision?.verdict === verdict && decision.by === by && decision.reason === reason

/** A version with the decision on it. */
export const withDecision = (review: Review, decision: Decision): Review => ({ ...review, state: decision.verdict, decision })

/**
 * Lets a person decide on a version.
 * @param current the version that is sent now
 * @returns the review with the decision; the very same one for a repeat of the decision that stands; or why it may not be made
 */
export const decideReview = (
  review: Review,
  current: Current | undefined,
  decided: Decided,
  now: Date,
): Review | DecisionRefusal => {
  if (isRepeat(review, decided)) return review
  if (review.state !== 'in review') return 'not-in-review'
  if (isSamePerson(review.submittedBy, decided.by)) return 'self-approval'
  if (decided.verdict === 'approved' && current !== undefined && current.version >= review.version) return 'superseded'
  return withDecision(review, { ...decided, at: now.toISOString() })
}
