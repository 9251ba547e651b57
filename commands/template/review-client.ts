import * as z from 'zod'
import { parseJson } from '../../functions/notification/parse-json.ts'
import { reviewStates } from '../../functions/template/review/review.ts'
import type { Template } from '../../functions/template/template.ts'
import { Failed } from '../failed.ts'
import { postSigned } from '../post-signed.ts'
import type { Target } from '../target.ts'

/** What may be asked of a deployment's review. Who asks is told by the signature alone. */
export type ReviewCall =
  | { readonly action: 'submit'; readonly template: Template }
  | { readonly action: 'approve' | 'reject'; readonly name: string; readonly version: number; readonly reason: string }
  | { readonly action: 'retire'; readonly name: string; readonly reason: string }

const Answer = z.object({ name: z.string(), version: z.int().min(1), state: z.enum(reviewStates) })
const Refusal = z.object({ code: z.string(), problems: z.array(z.string()) })

/** What stands after the call, or why it was refused, by a code and in sentences. */
export type ReviewAnswer =
  | ({ readonly ok: true } & Readonly<z.infer<typeof Answer>>)
  | ({ readonly ok: false } & Readonly<z.infer<typeof Refusal>>)

const answerOf = (status: number, said: string): ReviewAnswer => {
  const body = parseJson(said)
  const answer = Answer.safeParse(body)
  if (status === 200 && answer.success) return { ok: true, ...answer.data }
  const refusal = Refusal.safeParse(body)
  if (status !== 200 && refusal.success) return { ok: false, ...refusal.data }
  throw new Failed(
    status === 403
      ? 'AWS refused the call: the right to call the review (lambda:InvokeFunctionUrl) is missing, or the credentials are wrong.'
      : `The review answered with ${status} and nothing that can be read: its logs tell more.`,
  )
}

/**
 * Calls the review of a deployment, signed with the caller's own credentials: they say who submits and who decides.
 * @throws a sentence where the call does not get there, or AWS itself refuses it
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const callReview = async ({ client, outputs }: Target, call: ReviewCall): Promise<ReviewAnswer> => {
  const url = outputs.ReviewUrl
  const headers = { 'content-type': 'application/json' }
  const { status, said } = await postSigned(client, { service: 'lambda', url, headers, body: JSON.stringify(call) }).catch(() => {
    throw new Failed(`No review answers at ${new URL(url).host}.`)
  })
  return answerOf(status, said)
}
