import { setTimeout } from 'node:timers/promises'
import { findReview } from '../../functions/record/review/find-review.ts'
import type { Review } from '../../functions/template/review/review.ts'
import type { Template } from '../../functions/template/template.ts'
import { Failed } from '../failed.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'
import { askReview } from './ask-review.ts'

const pauseMs = 250
const secondsToCheck = 60

/**
 * Submits a template and follows it until its checks are done.
 * @returns its review: in review, rejected with what was found, or as it was where nothing has changed
 * @throws a sentence where the review refuses it, or never checks it
 */
export const submitTemplate = async (target: Target, template: Template): Promise<Review> => {
  const { name, version } = await askReview(target, { action: 'submit', template })
  const find = findReview(tableOf(target))
  const patience = Date.now() + secondsToCheck * 1000
  while (Date.now() < patience) {
    const review = (await find(name, version))?.review
    if (review && review.state !== 'draft') return review
    await setTimeout(pauseMs)
  }
  throw new Failed(`${name}@${version} was not checked within ${secondsToCheck} s: the execution of review-template tells why.`)
}
