import { versionName } from '../functions/template/review.ts'
import { askReview } from './ask-review.ts'
import { Misused } from './failed.ts'
import type { JsonOption } from './options.ts'
import { print } from './print.ts'
import { findTarget, type TargetOptions } from './target.ts'
import { readReference } from './template-source.ts'

export interface DecideOptions extends TargetOptions, JsonOption {
  /** Kept for the audit. */
  readonly reason: string
}

const consequences = { approve: 'From now on it is what is sent.', reject: 'It will never be sent.' } as const

/** `heliograph template approve|reject <name@version>` */
export const templateDecide = async (action: keyof typeof consequences, words: string, options: DecideOptions): Promise<void> => {
  const { name, version } = readReference(words)
  if (version === undefined) throw new Misused(`Which version? Write it as ${name}@3.`)
  const { reason } = options
  const answer = await askReview(await findTarget(options), { action, name, version, reason }, options)
  const { ok, ...stands } = answer
  print(stands, [`${versionName(answer)} is ${answer.state}. ${consequences[action]}`], options)
}

/** `heliograph template retire <name>` */
export const templateRetire = async (words: string, options: DecideOptions): Promise<void> => {
  const { name, version } = readReference(words)
  if (version !== undefined) throw new Misused(`A template is retired as a whole: write ${name}.`)
  const { reason } = options
  const answer = await askReview(await findTarget(options), { action: 'retire', name, reason }, options)
  const { ok, ...stands } = answer
  const line = `${versionName(answer)} is ${answer.state}. New requests are refused; what is under way is still sent.`
  print(stands, [line], options)
}
