import { readTemplate } from '../../functions/record/read-template.ts'
import { versionName } from '../../functions/template/review/review.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { diffTemplates } from './diff-templates.ts'
import { showDifferences } from './show-differences.ts'
import { contentOf, findSource, type Source } from './source.ts'

/** The version that is sent now, under the name of another source. */
const currentOf = async ({ template: { name } }: Source, options: TargetOptions): Promise<Source> => {
  const current = await readTemplate(tableOf(await findTarget(options)))(name)
  if (current === undefined) throw new Failed(`No version of ${name} was ever approved: there is nothing to compare it with.`)
  return { from: versionName({ name, version: current.version.version }), template: contentOf(current.version), problems: [] }
}

/** `heliograph template diff <one> [other]`: from the first to the second, or from what is sent now to the one that is named. */
export const templateDiff = async (
  one: string,
  other: string | undefined,
  options: TargetOptions & JsonOption,
): Promise<void> => {
  const named = await findSource(one, options)
  const [before, after] =
    other === undefined ? [await currentOf(named, options), named] : [named, await findSource(other, options)]
  const differences = diffTemplates(before.template, after.template)
  const lines =
    differences.length === 0
      ? [`${before.from} and ${after.from} are the same.`]
      : [`from ${before.from} to ${after.from}`, ...showDifferences(differences)]
  print({ before: before.from, after: after.from, differences }, lines, options)
}
