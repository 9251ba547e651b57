import { Failed } from './failed.ts'
import type { JsonOption } from './options.ts'
import { print } from './print.ts'
import { callReview, type ReviewAnswer, type ReviewCall } from './review-client.ts'
import type { Target } from './target.ts'

type Granted = Extract<ReviewAnswer, { readonly ok: true }>

/**
 * Asks the review for something.
 * @throws its sentences where it refuses; a program gets the code by --json
 */
export const askReview = async (target: Target, call: ReviewCall, options: JsonOption): Promise<Granted> => {
  const answer = await callReview(target, call)
  if (answer.ok) return answer
  print({ code: answer.code, problems: answer.problems }, [], options)
  throw new Failed(answer.problems.join('\n'))
}
