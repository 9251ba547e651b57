import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { dueAt } from '../notification/due-at.ts'
import type { Notification, Person } from '../notification/notification.ts'
import { notificationKey, personKey } from './keys.ts'
import { openFields } from './open-index.ts'
import { isRefused } from './refused.ts'
import { readStored } from './stored.ts'
import { type Table, timeToLive } from './table.ts'

/** 'opened' when this is the first event for its id, else the notification that was first. */
export type OpenNotification = (notification: Notification, person: Person, now: Date) => Promise<'opened' | Notification>

/** The longest validity of a kind: what is not planned yet keeps its person that much longer, from when it is due. */
const unplannedDays = 1

/** The first event for an id wins, by one conditional write of both items. */
export const openNotification =
  (table: Table): OpenNotification =>
  async (notification, person, now) => {
    const id = notification.notificationId
    const first = (Item: Record<string, unknown>) => ({
      Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(PK)' },
    })
    const from = new Date(Math.max(now.getTime(), dueAt(notification).getTime())) // nothing goes before it is sent
    const kept = { version: 1, mark: table.newMark(), ttl: timeToLive(from, table.recordDays) }
    const TransactItems = [
      first({ ...notificationKey(id), ...notification, ...openFields(notification), ...kept }),
      first({ ...personKey(id), ...person, ttl: timeToLive(from, table.personDays + unplannedDays) }),
    ]
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems }))
      return 'opened'
    } catch (error) {
      const existing = isRefused(error) ? await readStored(table, id) : undefined
      if (existing === undefined) throw error
      return existing.notification
    }
  }
