import { createHash } from 'node:crypto'
import { deadlineOf } from '../notification/deadline.ts'
import type { Notification } from '../notification/notification.ts'

/** The index of the notifications that have no outcome yet, by their deadline. Sparse: an item without these fields is not in it. */
export const openIndex = {
  name: 'open-by-deadline',
  partition: 'openShard',
  sort: 'openUntil',
  tells: ['notificationId'],
} as const

/**
 * One key takes 1,000 writes/s. A notification is written to the index when it is opened, twice when its plan moves its deadline
 * (out of the old place, into the new), and out of it at its outcome: 4 writes, at 500 notifications/s 2,000 writes/s, of which
 * each of 16 keys gets 125: an eighth of what it takes.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */
const shardCount = 16

const shardOf = (id: string) => `OPEN#${(createHash('sha256').update(id).digest()[0] ?? 0) % shardCount}`

export const openShards = Array.from({ length: shardCount }, (_, number) => `OPEN#${number}`)

/** The index fields of a notification: none of them once it has its outcome. */
export const openFields = (notification: Notification): Readonly<Record<'openShard' | 'openUntil', string | undefined>> => {
  const open = notification.outcome === undefined
  return {
    openShard: open ? shardOf(notification.notificationId) : undefined,
    openUntil: open ? deadlineOf(notification).toISOString() : undefined,
  }
}
