import * as z from 'zod'
import { reviewStates } from '../../functions/template/review/review.ts'
import type { Template } from '../../functions/template/template.ts'
import { callSigned, type SignedAnswer } from '../call-signed.ts'
import type { Target } from '../target.ts'

/** What may be asked of a deployment's review. Who asks is told by the signature alone. */
export type ReviewCall =
  | { readonly action: 'submit'; readonly template: Template }
  | { readonly action: 'approve' | 'reject'; readonly name: string; readonly version: number; readonly reason: string }
  | { readonly action: 'retire'; readonly name: string; readonly reason: string }

const Answer = z.object({ name: z.string(), version: z.int().min(1), state: z.enum(reviewStates) })

/** What stands after the call, or why it was refused. */
export type ReviewAnswer = SignedAnswer<Readonly<z.infer<typeof Answer>>>

/** Calls the review of a deployment; the signature says who submits and who decides. */
export const callReview = ({ client, outputs }: Target, call: ReviewCall): Promise<ReviewAnswer> =>
  callSigned(client, { name: 'review', url: outputs.ReviewUrl, answer: Answer }, call)
