import type { Decision, Review } from '../../functions/template/review/review.ts'
import { textHash } from '../../functions/template/review/text-hash.ts'
import { aSubmission } from './a-submission.ts'
import { atNoon } from './noon.ts'

const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`

export const author = user('author')
export const reviewer = user('reviewer')

/** The first version of an order's notice, checked and waiting for somebody to decide. */
export const aReview = (overrides: Partial<Review> = {}): Review => ({
  name: 'order-shipped',
  version: 1,
  kind: 'order',
  state: 'in review',
  textHash: textHash(aSubmission()),
  submittedBy: author,
  submittedAt: atNoon(),
  findings: [],
  checkedAt: atNoon(1),
  ...overrides,
})

/** As it was submitted, before its checks. */
export const aDraftReview = (overrides: Partial<Review> = {}): Review => {
  const { findings: _, checkedAt: __, ...draft } = aReview({ state: 'draft' })
  return { ...draft, ...overrides }
}

export const aDecision = (overrides: Partial<Decision> = {}): Decision => ({
  verdict: 'approved',
  by: reviewer,
  reason: 'As agreed.',
  at: atNoon(60),
  ...overrides,
})
