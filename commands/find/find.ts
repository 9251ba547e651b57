import { hashRecipient } from '../../functions/notification/hasher.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { findOfRecipient } from '../../functions/record/find-of-recipient.ts'
import { assertNumber } from '../assert-number.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { readHashers } from '../read-hashers.ts'
import { readSince } from '../read-since.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import { describeFound, found } from './describe-found.ts'

export interface FindOptions extends TargetOptions, JsonOption {
  readonly to: string
  readonly since: string
}

/** By every key of the hashes that is known: a record is found by the key that it was written with. */
const notificationsTo = async (target: Target, number: string, since: Date): Promise<Notification[]> => {
  const table = tableOf(target)
  const hashers = await readHashers(target)
  const ids = await Promise.all(
    hashers.map((hasher) => Array.fromAsync(findOfRecipient(table)(hashRecipient(hasher, number), since))),
  )
  const read = await Promise.all([...new Set(ids.flat())].map(findNotification(table)))
  return read
    .filter((notification) => notification !== undefined)
    .sort((a, b) => Date.parse(b.requestedAt) - Date.parse(a.requestedAt))
}

const none = (since: Date) =>
  `Nothing was requested for this number since ${since.toISOString()}: a request that was refused unread is in no record, and one that still waits in a queue is not yet.`

/** `heliograph find --to <number>`: what was requested for a number, and what became of it. The number is never printed. */
export const find = async ({ to, since: words, ...options }: FindOptions): Promise<void> => {
  assertNumber(to)
  const since = readSince(words, new Date())
  const notifications = await notificationsTo(await findTarget(options), to, since)
  const lines = notifications.length > 0 ? describeFound(notifications) : [none(since)]
  print(notifications.map(found), lines, options)
}
