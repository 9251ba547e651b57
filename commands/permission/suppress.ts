import { sentenceOf } from '../../functions/notification/problem.ts'
import { problemsOf } from '../../functions/notification/problems-of.ts'
import { RestoreRecipient, SuppressRecipient } from '../../functions/permit/permission-events.ts'
import type { Recipient } from '../../functions/recipient/recipient.ts'
import { suppressedScopes } from '../../functions/recipient/suppressed-scopes.ts'
import { assertNumber } from '../assert-number.ts'
import { callerOf } from '../caller-of.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { putEvents } from '../put-events.ts'
import { findTarget, type TargetOptions } from '../target.ts'
import { untilTaken } from '../until-taken.ts'
import { describeSuppressions } from './describe-recipient.ts'
import { type KnownOf, knownOf } from './known-of.ts'

export interface SuppressOptions extends TargetOptions, JsonOption {
  readonly to: string
  readonly scope: string
  /** Kept for the audit. */
  readonly reason: string
}

/** Waits until a word stands in the records: only then is nobody texted against it. */
const awaitWord = ({ now }: KnownOf, stands: (recipient: Recipient) => boolean): Promise<Recipient> =>
  untilTaken(async () => {
    const recipient = await now()
    return stands(recipient) ? recipient : undefined
  }, 'a later word stands, or it was refused (the event Permission Rejected says why)')

const say = async (
  { to, scope, reason, ...options }: SuppressOptions,
  [detailType, schema]:
    | readonly ['Suppress Recipient', typeof SuppressRecipient]
    | readonly ['Restore Recipient', typeof RestoreRecipient],
): Promise<void> => {
  assertNumber(to)
  const parsed = schema.safeParse({ to, scope, reason })
  if (!parsed.success) throw new Failed(sentenceOf(problemsOf(parsed.error)))
  const target = await findTarget(options)
  const [by, known] = await Promise.all([callerOf(target), knownOf(target, to)])
  await putEvents(target, detailType, [{ ...parsed.data, by }])
  const isSuppressing = detailType === 'Suppress Recipient'
  const stands = (recipient: Recipient) => suppressedScopes(recipient).includes(parsed.data.scope) === isSuppressing
  const { suppressions, ...rest } = await awaitWord(known, stands)
  print(suppressions, describeSuppressions({ suppressions, ...rest }), options)
}

/** `heliograph suppress add`: from its end on nothing of the scope is armed for the number. */
export const suppressAdd = (options: SuppressOptions): Promise<void> => say(options, ['Suppress Recipient', SuppressRecipient])

/** `heliograph suppress lift` */
export const suppressLift = (options: SuppressOptions): Promise<void> => say(options, ['Restore Recipient', RestoreRecipient])
