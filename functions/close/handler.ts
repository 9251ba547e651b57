import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import type { Dependencies as Meeting } from '../receipt/meet-receipts.ts'
import type { FindNotification } from '../record/find-notification.ts'
import { closeNotification } from './close-notification.ts'

export interface Dependencies extends Meeting {
  readonly findNotification: FindNotification
}

const Input = z.object({ notificationId: NotificationId })

/** The workflow's fault path, and what follows an execution that failed, timed out or was stopped by hand. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { notificationId } = Input.parse(input)
    const found = await dependencies.findNotification(notificationId)
    if (found === undefined) return // an execution that somebody started by hand
    await closeNotification(dependencies)(found, 'fault')
  }
