import type { ReadTemplate } from '../record/read-template.ts'
import type { ChangeReview } from '../record/review/change-review.ts'
import type { SettleReview } from '../settle/settle.ts'
import { standing } from '../template/review/close-review.ts'
import { type Decided, decideReview } from '../template/review/decide-review.ts'
import { retireReview } from '../template/review/retire-review.ts'
import type { Review } from '../template/review/review.ts'
import type { RefusalCode } from './refusals.ts'

export interface Dependencies {
  readonly changeReview: ChangeReview
  readonly readTemplate: ReadTemplate
  readonly settleReview: SettleReview
  readonly now: () => Date
}

/** Keeps a person's decision, then tells the task that waits for it. The same decision once more tells the task again. */
export const decide =
  ({ changeReview, settleReview, now }: Dependencies) =>
  async (name: string, version: number, decided: Decided): Promise<Review | RefusalCode> => {
    const changed = await changeReview(name, version, ({ review, token, current }) => {
      const answer = decideReview(review, current, decided, now())
      return { review: typeof answer === 'string' ? review : answer, token, answer }
    })
    if (changed === undefined) return 'unknown-template'
    const { answer, token } = changed
    const verdict = typeof answer === 'string' ? undefined : standing(answer)
    if (token !== undefined && verdict) await settleReview(token, verdict)
    return answer
  }

/** Retires what is sent under a name. */
export const retire =
  ({ changeReview, readTemplate, now }: Dependencies) =>
  async (name: string, retirement: { readonly by: string; readonly reason: string }): Promise<Review | RefusalCode> => {
    const current = await readTemplate(name)
    if (current === undefined) return 'unknown-template'
    const changed = await changeReview(name, current.version.version, ({ review, token, current: sent }) => {
      const answer = retireReview(review, sent, retirement, now())
      return { review: typeof answer === 'string' ? review : answer, token, answer }
    })
    return changed?.answer ?? 'unknown-template'
  }
