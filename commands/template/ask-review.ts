import { Failed } from '../failed.ts'
import type { Target } from '../target.ts'
import { callReview, type ReviewAnswer, type ReviewCall } from './review-client.ts'

type Granted = Extract<ReviewAnswer, { readonly ok: true }>

/**
 * Asks the review for something.
 * @throws its sentences where it refuses, with the code for a program
 */
export const askReview = async (target: Target, call: ReviewCall): Promise<Granted> => {
  const answer = await callReview(target, call)
  if (answer.ok) return answer
  throw new Failed(answer.problems.join('\n'), answer.code)
}
