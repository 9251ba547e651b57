import type { Review } from './review.ts'

/**
 * Opens a checked draft for decision. What is in review stays so, and what is decided too: a task that starts again only waits, or learns
 * what stands.
 */
export const awaitingDecision = (review: Review): Review =>
  review.state === 'draft' ? { ...review, state: 'in review' } : review
