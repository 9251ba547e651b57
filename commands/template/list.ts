import { listReviews } from '../../functions/record/review/list-reviews.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { type Listed, listTemplates } from './list-templates.ts'

const lineOf = ({ name, kind, current, isRetired, drafts, inReview }: Listed): string => {
  const sent = current === undefined ? 'none approved' : `${name}@${current}${isRetired ? ' retired' : ' is sent'}`
  const underWay = [...inReview.map((version) => `@${version} in review`), ...drafts.map((version) => `@${version} draft`)]
  return [name.padEnd(24), kind.padEnd(12), sent.padEnd(36), underWay.join(', ')].join('  ').trimEnd()
}

/** `heliograph template list`: what a deployment sends, and what waits for a decision. */
export const templateList = async (options: TargetOptions & JsonOption): Promise<void> => {
  const reviews = await Array.fromAsync(listReviews(tableOf(await findTarget(options)))())
  const templates = listTemplates(reviews)
  const lines =
    templates.length === 0 ? ['No template was submitted yet: heliograph template submit templates'] : templates.map(lineOf)
  print(templates, lines, options)
}
