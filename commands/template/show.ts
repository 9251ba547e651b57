import { stringify } from 'yaml'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeReview } from './describe-review.ts'
import { contentOf, findVersion, readReference } from './source.ts'

/** `heliograph template show <name@version>`: the file it would be, what became of it as comments above. */
export const templateShow = async (words: string, options: TargetOptions & JsonOption): Promise<void> => {
  readReference(words)
  const { review, template } = await findVersion(tableOf(await findTarget(options)), words)
  const comments = describeReview(review).map((line) => `# ${line}`)
  print({ review, template }, [...comments, stringify(contentOf(template), { lineWidth: 0 }).trimEnd()], options)
}
