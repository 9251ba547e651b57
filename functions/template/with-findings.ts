import { withDecision } from './decide-review.ts'
import type { Review } from './review.ts'

/** What the checks say of a draft. One that fails them is rejected at once; one that is judged already stays as it is. */
export const withFindings = (review: Review, findings: NonNullable<Review['findings']>, now: Date): Review => {
  if (review.state !== 'draft') return review
  const at = now.toISOString()
  const checked = { ...review, findings, checkedAt: at }
  return findings.length === 0 ? checked : withDecision(checked, { verdict: 'rejected', reason: 'checks', at })
}

/** Whether a version has passed its checks. */
export const passesChecks = ({ findings }: Review): boolean => findings !== undefined && findings.length === 0
