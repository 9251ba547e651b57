import type { Notification } from '../notification/notification.ts'
import { readStored } from './stored.ts'
import type { Table } from './table.ts'

/** A notification, strongly consistent; undefined where nobody asked for one by this id. */
export type FindNotification = (id: string) => Promise<Notification | undefined>

export const findNotification =
  (table: Pick<Table, 'client' | 'name'>): FindNotification =>
  async (id) =>
    (await readStored(table, id))?.notification
