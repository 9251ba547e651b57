import type { Current } from './decide-review.ts'
import type { Review } from './review.ts'

export type RetirementRefusal = 'already-retired' | 'superseded'

/**
 * Retires the version that is sent now: new requests are refused from then on, and what is planned is still sent.
 * @returns the review with its retirement; the very same one for a repeat; or why it may not be retired
 */
export const retireReview = (
  review: Review,
  current: Current | undefined,
  { by, reason }: { readonly by: string; readonly reason: string },
  now: Date,
): Review | RetirementRefusal => {
  const { retirement } = review
  if (retirement?.by === by && retirement.reason === reason) return review
  if (retirement !== undefined) return 'already-retired'
  if (current?.version !== review.version) return 'superseded'
  return { ...review, state: 'retired', retirement: { by, reason, at: now.toISOString() } }
}
