import { assertNumber } from '../assert-number.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { describeConsentOf, describeHistory } from './describe-recipient.ts'
import { knownOf } from './known-of.ts'

/** `heliograph consent show`: whether somebody has agreed to marketing, to which words, and how that came about. */
export const consentShow = async ({ to, ...options }: TargetOptions & JsonOption & { readonly to: string }): Promise<void> => {
  assertNumber(to)
  const known = await knownOf(await findTarget(options), to)
  const [recipient, changes] = await Promise.all([known.now(), known.changes()])
  const history = changes.filter(({ consent }) => consent !== undefined)
  print({ consent: recipient.consent, history }, [...describeConsentOf(recipient), ...describeHistory(history)], options)
}
