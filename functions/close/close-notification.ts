import type { Notification } from '../notification/notification.ts'
import { keepAppointments } from '../receipt/keep-appointments.ts'
import type { Dependencies } from '../receipt/meet-receipts.ts'
import { closed, type LostBy } from './closed.ts'

/** Closes a notification that was found: keeps its appointments with receipts, ends it, and tells the task that still waits. */
export const closeNotification =
  (dependencies: Dependencies) =>
  async (found: Notification, reason: LostBy): Promise<void> => {
    const { changeNotification, settle, now } = dependencies
    await keepAppointments(dependencies, found)
    const { notification } = await changeNotification(found.notificationId, (current) => ({
      notification: closed(current, reason, now()),
      answer: undefined,
    }))
    await settle(notification)
  }
