import * as z from 'zod'
import { Fault } from '../notification/fault.ts'
import type { ChangeReview } from '../record/review/change-review.ts'
import type { FindReview } from '../record/review/find-review.ts'
import { checkTemplate } from '../template/check-template.ts'
import { versionName } from '../template/review/review.ts'
import { passesChecks, withFindings } from '../template/review/with-findings.ts'
import { TemplateName } from '../template/template.ts'

export interface Dependencies {
  readonly findReview: FindReview
  readonly changeReview: ChangeReview
  readonly now: () => Date
}

const Input = z.object({ name: TemplateName, version: z.int().positive() })

/** Checks a version by every rule, keeps what they find, and answers whether a person is to be asked. */
export const createHandler =
  ({ findReview, changeReview, now }: Dependencies) =>
  async (input: unknown): Promise<{ readonly passes: boolean }> => {
    const { name, version } = Input.parse(input)
    const found = await findReview(name, version)
    if (found === undefined) throw new Fault(`there is no ${versionName({ name, version })}`)
    const findings = checkTemplate(found.template)
    const changed = await changeReview(name, version, ({ review, token }) => {
      const checked = withFindings(review, findings, now())
      return { review: checked, token, answer: { passes: passesChecks(checked) } }
    })
    if (changed === undefined) throw new Fault(`${versionName({ name, version })} went while it was checked`)
    return changed.answer
  }
