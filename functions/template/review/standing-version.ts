import type { Review } from './review.ts'

/**
 * The version that a submission of the same content would only repeat: the newest one that was not rejected, unless it was retired.
 * @param reviews of one template, the newest first
 */
export const standingVersion = (reviews: readonly Review[]): Review | undefined => {
  const newest = reviews.find(({ state }) => state !== 'rejected')
  return newest?.state === 'retired' ? undefined : newest
}
