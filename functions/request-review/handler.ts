import * as z from 'zod'
import { Fault } from '../notification/fault.ts'
import type { ChangeReview } from '../record/review/change-review.ts'
import type { SettleReview } from '../settle/settle.ts'
import { awaitingDecision } from '../template/review/awaiting-decision.ts'
import { standing } from '../template/review/close-review.ts'
import { versionName } from '../template/review/review.ts'
import { TemplateName } from '../template/template.ts'

export interface Dependencies {
  readonly changeReview: ChangeReview
  readonly settleReview: SettleReview
}

const Input = z.object({ name: TemplateName, version: z.int().positive(), taskToken: z.string() })

/** Opens a version for decision and keeps the token of the task that waits for it; what is decided already, the task is told at once. */
export const createHandler =
  ({ changeReview, settleReview }: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { name, version, taskToken } = Input.parse(input)
    const opened = await changeReview(name, version, ({ review }) => ({
      review: awaitingDecision(review),
      token: taskToken,
      answer: standing(review),
    }))
    if (opened === undefined) throw new Fault(`there is no ${versionName({ name, version })}`)
    if (opened.answer) await settleReview(taskToken, opened.answer)
  }
