import { Fault } from '../notification/fault.ts'
import type { ListVersions } from '../record/review/list-reviews.ts'
import type { StoreDraft } from '../record/review/store-draft.ts'
import type { Review } from '../template/review/review.ts'
import { standingVersion } from '../template/review/standing-version.ts'
import { textHash } from '../template/review/text-hash.ts'
import type { Template } from '../template/template.ts'

export interface Dependencies {
  readonly listVersions: ListVersions
  readonly storeDraft: StoreDraft
  /** Starts the review of a version; that it was started before is success. */
  readonly startReview: (review: Review) => Promise<void>
  readonly now: () => Date
}

/** More than authors have at once for one template; then something is wrong. */
const mostTries = 20

/** The highest number of all, and the version that the same content would only repeat. */
const look = async (listVersions: ListVersions, name: string) => {
  const reviews: Review[] = []
  let last = 0
  for await (const { version, review } of listVersions(name)) {
    last ||= version
    if (review) reviews.push(review)
    if (review && review.state !== 'rejected') break
  }
  return { last, standing: standingVersion(reviews) }
}

const draftOf = ({ name, kind }: Template, hash: string, version: number, submittedBy: string, now: Date): Review => ({
  name,
  version,
  kind,
  state: 'draft',
  textHash: hash,
  submittedBy,
  submittedAt: now.toISOString(),
})

/**
 * Stores a template as its next version and starts the review; content that stands already, or waits for it, is only named again. A draft
 * whose start was lost is started by whoever submits next, also where another version is about to hide it.
 */
export const submit =
  ({ listVersions, storeDraft, startReview, now }: Dependencies) =>
  async (template: Template, by: string): Promise<Review> => {
    const hash = textHash(template)
    for (let tries = 0; tries < mostTries; tries++) {
      const { last, standing } = await look(listVersions, template.name)
      const same = standing?.textHash === hash ? standing : undefined
      if (standing?.state === 'draft') await startReview(standing)
      if (same) return same
      const review = draftOf(template, hash, last + 1, by, now())
      if (!(await storeDraft(template, review))) continue // somebody was faster
      await startReview(review)
      return review
    }
    throw new Fault(`${template.name} got ${mostTries} versions while one was submitted`)
  }
