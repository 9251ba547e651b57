import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Notification, Person } from '../../functions/notification/notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import type { Table } from '../../functions/record/table.ts'
import { aNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { noon } from '../builders/noon.ts'

/** A notification of its own in the table, as it would lie there. */
export const opened = async (
  table: Table,
  overrides: Partial<Notification> = {},
  person: Person = aPerson(),
): Promise<Notification> => {
  const notification = aNotification({ notificationId: `test-${randomUUID()}`, ...overrides })
  expect(await openNotification(table)(notification, person, noon)).toBe('opened')
  return notification
}
