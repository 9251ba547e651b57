import type { Intervention } from '../notification/intervention.ts'
import { findIntervention } from './find-intervention.ts'
import { interventionKey, notificationKey } from './keys.ts'
import { readStored } from './stored.ts'
import { type Table, timeToLive } from './table.ts'
import { inOneOfSomeTries, wasWritten } from './transaction.ts'

/**
 * Parks what was said of a notification that nobody has requested yet: the write that opens it finds it. What was said first stays.
 * @returns false where the notification was requested meanwhile, and there is nothing to wait for
 */
export type ParkIntervention = (id: string, intervention: Intervention, now: Date) => Promise<boolean>

export const parkIntervention =
  (table: Table): ParkIntervention =>
  (id, intervention, now) => {
    const Item = { ...interventionKey(id), ...intervention, ttl: timeToLive(now, table.recordDays) }
    const absent = { TableName: table.name, ConditionExpression: 'attribute_not_exists(PK)' }
    const parking = [{ Put: { ...absent, Item } }, { ConditionCheck: { ...absent, Key: notificationKey(id) } }]
    return inOneOfSomeTries(table, async () => {
      if (await wasWritten(table, parking)) return true
      if (await readStored(table, id)) return false
      return (await findIntervention(table)(id)) ? true : undefined // another's, or our own whose reply was lost
    })
  }
