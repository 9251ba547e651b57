import * as z from 'zod'
import { Fault } from '../notification/fault.ts'
import type { ChangeReview } from '../record/review/change-review.ts'
import type { SettleReview } from '../settle/settle.ts'
import { closeReview, standing } from '../template/review/close-review.ts'
import { readExecutionName } from '../template/review/execution-name.ts'
import { TemplateName } from '../template/template.ts'

export interface Dependencies {
  readonly changeReview: ChangeReview
  readonly settleReview: SettleReview
  readonly now: () => Date
}

/** A step of the workflow names the version; what watches over executions knows the name of one that ended badly. */
const Input = z.union([
  z.object({ name: TemplateName, version: z.int().positive(), reason: z.enum(['expired', 'fault']) }),
  z
    .object({ execution: z.string() })
    .transform(({ execution }) => ({ ...readExecutionName(execution), reason: 'fault' as const })),
])

/**
 * Ends a review that nobody decided, and answers what stands: a decision that was faster stays. A task that waits for it nevertheless is
 * told, for an execution that was stopped may have been redriven before its end came here.
 */
export const createHandler =
  ({ changeReview, settleReview, now }: Dependencies) =>
  async (input: unknown): Promise<{ readonly decided: NonNullable<ReturnType<typeof standing>> } | undefined> => {
    const { name, version, reason } = Input.parse(input)
    if (name === undefined || version === undefined) return undefined // an execution that somebody started by hand
    const closed = await changeReview(name, version, ({ review, token }) => {
      const ended = closeReview(review, reason, now())
      return { review: ended, token, answer: standing(ended) }
    })
    if (closed === undefined) return undefined
    if (closed.answer === undefined) throw new Fault(`${name}@${version} is closed without a decision`)
    if (closed.token !== undefined) await settleReview(closed.token, closed.answer)
    return { decided: closed.answer }
  }
