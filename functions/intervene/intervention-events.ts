import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import { saidBy } from '../request/said-by.ts'

/** The detail-types that the queue of interventions takes. */
export const interventionTypes = ['Cancel Notification', 'Notification Confirmed'] as const

const notificationId = NotificationId.describe('Of the notification, whether it was requested already or is about to be.')

/** A code without a digit, so that no number and no one-time code gets into an event by it. */
const reason = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower-case words joined by dashes, without digits')

/** What a requester puts into the `detail` of "Cancel Notification". */
export const CancelNotification = z.strictObject({
  notificationId,
  reason: reason.optional().describe('A code of yours, e.g. "order-withdrawn"; the status event tells it.'),
  by: saidBy,
})

/** What a requester puts into the `detail` of "Notification Confirmed". */
export const NotificationConfirmed = z.strictObject({ notificationId, by: saidBy })
