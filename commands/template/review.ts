import { readTemplate } from '../../functions/record/read-template.ts'
import { listReviews } from '../../functions/record/review/list-reviews.ts'
import type { Table } from '../../functions/record/table.ts'
import { type Review, versionName } from '../../functions/template/review/review.ts'
import { forTerminal } from '../for-terminal.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeReview } from './describe-review.ts'
import { type Difference, diffTemplates } from './diff-templates.ts'
import { previewsOf } from './preview.ts'
import type { Preview } from './preview-of.ts'
import { showDifferences } from './show-differences.ts'
import { showPreview } from './show-preview.ts'
import { contentOf, findVersion, readReference } from './source.ts'

/** All that somebody needs who is to decide. */
interface Brief {
  readonly review: Review
  /** For reviewers, by the author. */
  readonly description: string
  readonly previews: readonly Preview[]
  /** To the version that is sent now, where there is one and it is another. */
  readonly current?: { readonly version: number; readonly differences: readonly Difference[] }
}

const briefOf = async (table: Pick<Table, 'client' | 'name'>, words: string): Promise<Brief> => {
  const [{ review, template }, current] = await Promise.all([
    findVersion(table, words),
    readTemplate(table)(readReference(words).name),
  ])
  const content = contentOf(template)
  const brief = { review, description: content.description, previews: previewsOf(content) }
  if (current === undefined || current.version.version === review.version) return brief
  const differences = diffTemplates(contentOf(current.version), content)
  return { ...brief, current: { version: current.version.version, differences } }
}

const changeLines = ({ review: { name }, current }: Brief): string[] => {
  if (current === undefined) return []
  const { version, differences } = current
  return ['', `different from ${versionName({ name, version })}, which is sent now:`, ...showDifferences(differences)]
}

const briefLines = (brief: Brief): string[] => [
  ...describeReview(brief.review),
  `for        ${forTerminal(brief.description)}`,
  ...brief.previews.flatMap((preview) => ['', ...showPreview(versionName(brief.review), preview)]),
  ...changeLines(brief),
]

const waitingLine = (review: Review): string =>
  [
    versionName(review).padEnd(24),
    review.kind.padEnd(12),
    `since ${review.submittedAt.slice(0, 10)}`,
    `by ${review.submittedBy}`,
  ].join('  ')

/** `heliograph template review`: what waits for a decision. */
const showWaiting = async (options: TargetOptions & JsonOption): Promise<void> => {
  const reviews = await Array.fromAsync(listReviews(tableOf(await findTarget(options)))())
  const waiting = reviews.filter(({ state }) => state === 'in review')
  print(waiting, waiting.length === 0 ? ['Nothing waits for a decision.'] : waiting.map(waitingLine), options)
}

/** `heliograph template review [name@version]` */
export const templateReview = async (words: string | undefined, options: TargetOptions & JsonOption): Promise<void> => {
  if (words === undefined) return showWaiting(options)
  readReference(words)
  const brief = await briefOf(tableOf(await findTarget(options)), words)
  print(brief, briefLines(brief), options)
}
