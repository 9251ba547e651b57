import { withDecision } from './decide-review.ts'
import type { Review } from './review.ts'

/** More than anybody reads, and few enough for an item of the table. */
const mostKept = 100

/** What the checks say of a draft, the first 100 findings of it. One that fails them is rejected at once; one that is judged already stays as it is. */
export const withFindings = (review: Review, findings: NonNullable<Review['findings']>, now: Date): Review => {
  if (review.state !== 'draft') return review
  const at = now.toISOString()
  const checked = { ...review, findings: findings.slice(0, mostKept), checkedAt: at }
  return findings.length === 0 ? checked : withDecision(checked, { verdict: 'rejected', reason: 'checks', at })
}

/** Whether a version has passed its checks. */
export const passesChecks = ({ findings }: Review): boolean => findings !== undefined && findings.length === 0
