import type { Notification } from '../../functions/notification/notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { assertNumber } from '../assert-number.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { readSince } from '../read-since.ts'
import { tableOf } from '../table-of.ts'
import { findTarget, type Target, type TargetOptions } from '../target.ts'
import { describeFound, found } from './describe-found.ts'
import { idsOfNumber } from './ids-of-number.ts'

export interface FindOptions extends TargetOptions, JsonOption {
  readonly to: string
  readonly since: string
}

const notificationsTo = async (target: Target, number: string, since: Date): Promise<Notification[]> => {
  const ids = await Array.fromAsync(idsOfNumber(target, number, since))
  const read = await Promise.all(ids.map(findNotification(tableOf(target))))
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
