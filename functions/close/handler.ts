import * as z from 'zod'
import { end } from '../notification/end.ts'
import { type Notification, NotificationId } from '../notification/notification.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import { withClosedAttempts } from '../notification/with-closed-attempts.ts'
import { keepAppointments } from '../receipt/keep-appointments.ts'
import type { Dependencies as Meeting } from '../receipt/meet-receipts.ts'
import type { FindNotification } from '../record/find-notification.ts'

export interface Dependencies extends Meeting {
  readonly findNotification: FindNotification
}

const Input = z.object({ notificationId: NotificationId })

/** Gives a notification whose workflow broke the outcome that its attempts allow. One that is there stays. */
export const closed = (notification: Notification, now: Date): Notification => {
  if (notification.outcome !== undefined) return notification
  const outcome = unknownOr('undeliverable', notification.attempts)
  const { waiting } = notification // a task that was redriven meanwhile is told by this outcome
  return end({ ...withClosedAttempts(notification), waiting }, { outcome, reason: 'fault' }, now)
}

/** The workflow's fault path, and what follows an execution that failed, timed out or was stopped by hand. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { notificationId } = Input.parse(input)
    const { findNotification, changeNotification, settle, now } = dependencies
    const found = await findNotification(notificationId)
    if (found === undefined) return // an execution that somebody started by hand
    await keepAppointments(dependencies, found)
    const { notification } = await changeNotification(notificationId, (current) => ({
      notification: closed(current, now()),
      answer: undefined,
    }))
    await settle(notification)
  }
