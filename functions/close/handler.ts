import * as z from 'zod'
import { isPossiblySent } from '../notification/attempt.ts'
import { end } from '../notification/end.ts'
import { type Notification, NotificationId } from '../notification/notification.ts'
import { withClosedAttempts } from '../notification/with-closed-attempts.ts'
import type { ChangeNotification } from '../record/change-notification.ts'

export interface Dependencies {
  readonly changeNotification: ChangeNotification
  readonly now: () => Date
}

const Input = z.object({ notificationId: NotificationId })

/** Gives a notification whose workflow broke the outcome that its attempts allow. One that is there stays. */
export const closed = (notification: Notification, now: Date): Notification => {
  if (notification.outcome !== undefined) return notification
  const outcome = notification.attempts.some(isPossiblySent) ? 'unknown' : 'undeliverable'
  return end(withClosedAttempts(notification), { outcome, reason: 'fault' }, now)
}

/** The workflow's fault path, and what follows an execution that failed, timed out or was stopped by hand. */
export const createHandler =
  ({ changeNotification, now }: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { notificationId } = Input.parse(input)
    await changeNotification(notificationId, (current) => ({ notification: closed(current, now()), answer: undefined }))
  }
