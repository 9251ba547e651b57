import { callOff } from '../notification/called-off.ts'
import { dueAt } from '../notification/due-at.ts'
import type { Notification, Person } from '../notification/notification.ts'
import { findIntervention } from './find-intervention.ts'
import { interventionKey, notificationKey, personKey } from './keys.ts'
import { openFields } from './open-index.ts'
import { readStored } from './stored.ts'
import { type Table, timeToLive } from './table.ts'
import { inOneOfSomeTries, type Writes, wasWritten } from './transaction.ts'

/**
 * 'opened' when this is the first event for its id, else the notification that was first. One that was called off before anybody
 * requested it has ended as it is opened.
 */
export type OpenNotification = (notification: Notification, person: Person, now: Date) => Promise<'opened' | Notification>

/** What is not planned yet keeps its person that much longer, from when it is due: planning sets the time anew. */
const unplannedDays = 1

const absent = { ConditionExpression: 'attribute_not_exists(PK)' }

/** Both items, of which there must be none yet. */
const opening = (table: Table, notification: Notification, person: Person, now: Date): Writes => {
  const { notificationId: id } = notification
  const from = new Date(Math.max(now.getTime(), dueAt(notification).getTime())) // nothing goes before it is sent
  const kept = { version: 1, mark: table.newMark(), ttl: timeToLive(from, table.recordDays) }
  return [
    { ...notificationKey(id), ...notification, ...openFields(notification), ...kept },
    { ...personKey(id), ...person, ttl: timeToLive(from, table.personDays + unplannedDays) },
  ].map((Item) => ({ Put: { TableName: table.name, Item, ...absent } }))
}

/** The first event for an id wins, by one conditional write of both items; it is refused where an intervention is parked for them. */
export const openNotification =
  (table: Table): OpenNotification =>
  async (notification, person, now) => {
    const id = notification.notificationId
    const untouched = { ConditionCheck: { TableName: table.name, Key: interventionKey(id), ...absent } }
    const asRequested = [...opening(table, notification, person, now), untouched]
    return inOneOfSomeTries(table, async () => {
      if (await wasWritten(table, asRequested)) return 'opened'
      const existing = await readStored(table, id)
      if (existing) return existing.notification
      const parked = await findIntervention(table)(id)
      if (parked === undefined) return undefined
      const { to } = person // of what may have been a code, nothing else is kept once it has ended
      const calledOff = opening(table, callOff(notification, parked, now), { to }, now)
      return (await wasWritten(table, calledOff)) ? 'opened' : undefined
    })
  }
