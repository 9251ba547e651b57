import spinner from 'yocto-spinner'
import type { Template } from '../../functions/template/template.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeSubmitted } from './describe-review.ts'
import { type ReadTemplates, readTemplates } from './read-templates.ts'
import { readSourceFile } from './source.ts'
import { submitTemplate } from './submit-template.ts'

const readOne = async (file: string): Promise<ReadTemplates> => {
  try {
    const { template, problems } = await readSourceFile(file)
    return problems.length === 0 ? { ok: true, templates: [template] } : { ok: false, problems }
  } catch (error) {
    if (error instanceof Failed) return { ok: false, problems: [error.message] }
    throw error
  }
}

/**
 * The templates of files and of folders.
 * @throws all problems of all files, so that nothing is submitted before all can be
 */
export const readAll = async (paths: readonly string[]): Promise<Template[]> => {
  const all = await Promise.all(paths.map((path) => (path.endsWith('.yaml') ? readOne(path) : readTemplates(path))))
  const problems = all.flatMap((read) => (read.ok ? [] : read.problems))
  if (problems.length > 0) throw new Failed(problems.join('\n'))
  return all.flatMap((read) => (read.ok ? read.templates : []))
}

/** `heliograph template submit <file|folder…>`: exit code 0 only when each is in review, or was approved as it is. */
export const templateSubmit = async (paths: readonly string[], options: TargetOptions & JsonOption): Promise<void> => {
  const templates = await readAll(paths)
  const target = await findTarget(options)
  const waiting = process.stderr.isTTY ? spinner({ text: 'being checked', stream: process.stderr }).start() : undefined
  try {
    const reviews = await Promise.all(templates.map((template) => submitTemplate(target, template)))
    waiting?.stop()
    print(reviews, reviews.flatMap(describeSubmitted), options)
    if (reviews.some(({ state }) => state === 'rejected')) process.exitCode = exitCodes.refused
  } finally {
    waiting?.stop()
  }
}
