import { Fault } from '../../notification/fault.ts'
import type { Current } from '../../template/review/decide-review.ts'
import type { Review } from '../../template/review/review.ts'
import type { Table } from '../table.ts'
import { readStoredReview } from './stored-review.ts'
import { writeReview } from './write-review.ts'

/** A version's review as it is now, the token of the task that waits for its decision, and which version is sent now. */
export interface ReviewedNow {
  readonly review: Review
  readonly token?: string | undefined
  readonly current?: Current
}

/** What a rule makes of it: the changed review and token, or the very same when there is nothing to change; and what the caller wants to know. */
export interface ReviewChange<Answer> {
  readonly review: Review
  readonly token?: string | undefined
  readonly answer: Answer
}

/** Judges a version as it is now. It may be asked more than once, so it has no effects. */
export type ReviewRule<Answer> = (now: ReviewedNow) => ReviewChange<Answer>

/**
 * Changes a version's review by a rule, on the condition that nothing changed since the rule judged it. Approving makes the version the one
 * that is sent, and retiring ends that, in the same write.
 * @returns the rule's last word, with the image that lies in the table now; undefined where there is no such version
 */
export type ChangeReview = <Answer>(
  name: string,
  version: number,
  rule: ReviewRule<Answer>,
) => Promise<ReviewChange<Answer> | undefined>

/** More than a version has writers at once; then something is wrong. */
const mostTries = 30

export const changeReview =
  (table: Table): ChangeReview =>
  async <Answer>(name: string, version: number, rule: ReviewRule<Answer>) => {
    const mark = table.newMark()
    let change: ReviewChange<Answer> | undefined
    for (let tries = 0; tries < mostTries; tries++) {
      const stored = await readStoredReview(table, name, version)
      if (stored === undefined) return undefined
      if (change && stored.mark === mark) return change // written, though the reply was lost
      change = rule(stored)
      if (change.review === stored.review && change.token === stored.token) return change
      if (await writeReview(table, stored, change, mark)) return change
      await table.pause()
    }
    throw new Fault(`${name}@${version} changed ${mostTries} times while it was judged`)
  }
