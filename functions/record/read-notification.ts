import { Fault } from '../notification/fault.ts'
import type { Notification } from '../notification/notification.ts'
import { readStored } from './stored.ts'
import type { Table } from './table.ts'

/** A notification, strongly consistent. */
export type ReadNotification = (id: string) => Promise<Notification>

export const readNotification =
  (table: Table): ReadNotification =>
  async (id) => {
    const stored = await readStored(table, id)
    if (stored === undefined) throw new Fault(`there is no notification ${id}`)
    return stored.notification
  }
