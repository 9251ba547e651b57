import { readTemplate } from '../../functions/record/read-template.ts'
import type { Current } from '../../functions/template/review/decide-review.ts'
import { versionName } from '../../functions/template/review/review.ts'
import { Misused } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import { askReview } from './ask-review.ts'
import { consequenceOf } from './consequence-of.ts'
import { readReference } from './source.ts'

export interface DecideOptions extends TargetOptions, JsonOption {
  /** Kept for the audit. */
  readonly reason: string
}

/** The version that is sent now. It is read after the decision, so that what is said of it is true. */
const currentOf = async (target: Target, name: string): Promise<Current | undefined> => {
  const current = await readTemplate(tableOf(target))(name)
  return current && { version: current.version.version, isRetired: current.isRetired }
}

/** `heliograph template approve|reject <name@version>` */
export const templateDecide = async (action: 'approve' | 'reject', words: string, options: DecideOptions): Promise<void> => {
  const { name, version } = readReference(words)
  if (version === undefined) throw new Misused(`Which version? Write it as ${name}@3.`)
  const { reason } = options
  const target = await findTarget(options)
  const { ok, ...stands } = await askReview(target, { action, name, version, reason })
  const current = stands.state === 'approved' ? await currentOf(target, name) : undefined
  print(stands, [`${versionName(stands)} is ${stands.state}. ${consequenceOf(stands, current)}`], options)
}

/** `heliograph template retire <name>` */
export const templateRetire = async (words: string, options: DecideOptions): Promise<void> => {
  const { name, version } = readReference(words)
  if (version !== undefined) throw new Misused(`A template is retired as a whole: write ${name}.`)
  const { reason } = options
  const answer = await askReview(await findTarget(options), { action: 'retire', name, reason })
  const { ok, ...stands } = answer
  const line = `${versionName(answer)} is ${answer.state}. New requests are refused; what is under way is still sent.`
  print(stands, [line], options)
}
