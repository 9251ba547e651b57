import { readTemplate } from '../../functions/record/read-template.ts'
import { findReview, type ReviewedTemplate } from '../../functions/record/review/find-review.ts'
import type { Table } from '../../functions/record/table.ts'
import { versionName } from '../../functions/template/review/review.ts'
import type { Template, TemplateVersion } from '../../functions/template/template.ts'
import { Failed, Misused } from '../failed.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { problemsIn, readOneFile } from './read-template-files.ts'

type Where = Pick<Table, 'client' | 'name'>

/** A template and where it comes from: "templates/order-shipped.yaml" or "order-shipped@3". */
export interface Source {
  readonly from: string
  readonly template: Template
  /** What the checks find in a file, by its lines. */
  readonly problems: readonly string[]
}

/** Reads "order-shipped@3"; without a number it is the version that is sent now. */
export const readReference = (words: string): { readonly name: string; readonly version?: number } => {
  const [, name, version] = /^([a-z][a-z0-9-]*)(?:@([1-9][0-9]{0,3}))?$/.exec(words) ?? []
  if (name === undefined) throw new Misused('A template is named like order-shipped@3, or by its file, which ends in .yaml.')
  return { name, ...(version !== undefined && { version: Number(version) }) }
}

/** A version as it lies in a deployment, with its review. */
export const findVersion = async (table: Where, words: string): Promise<ReviewedTemplate> => {
  const { name, version = (await readTemplate(table)(name))?.version.version } = readReference(words)
  const found = version === undefined ? undefined : await findReview(table)(name, version)
  if (found) return found
  throw new Failed(
    version === undefined
      ? `There is no version of ${name} that is sent: \`heliograph template list\` shows what there is.`
      : `There is no ${versionName({ name, version })}: \`heliograph template list\` shows what there is.`,
  )
}

/** What an author wrote, without the number it was given. */
export const contentOf = ({ version, ...content }: TemplateVersion): Template => content

/** Whether somebody names a file, and not a template of a deployment. */
export const isFile = (words: string): boolean => words.endsWith('.yaml') || words.includes('/')

/** @throws all that is wrong with a file that cannot be read as a template; what only the checks find is in the answer */
export const readSourceFile = async (file: string): Promise<Source> => {
  const read = await readOneFile(file)
  const { template } = read.parsed
  const problems = problemsIn(read)
  if (template === undefined) throw new Failed(problems.join('\n'))
  return { from: file, template, problems }
}

/** The template of a file, or of a version like "order-shipped@3", for which alone a deployment is asked. */
export const findSource = async (words: string, options: TargetOptions): Promise<Source> => {
  if (isFile(words)) return readSourceFile(words)
  readReference(words) // before a deployment is looked for
  const { review, template } = await findVersion(tableOf(await findTarget(options)), words)
  return { from: versionName(review), template: contentOf(template), problems: [] }
}
