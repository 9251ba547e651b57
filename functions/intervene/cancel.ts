import { isPossiblySent } from '../notification/attempt.ts'
import { callOff } from '../notification/called-off.ts'
import type { Cancelled } from '../notification/intervention.ts'
import type { Notification } from '../notification/notification.ts'

/**
 * Cancels a notification: it ends at once while nothing of it may have been sent. Else it comes late: no further attempt is armed, and
 * what was sent decides the outcome.
 * @returns the very same notification when it has ended or was cancelled before
 * Source: design §5 step 1.
 */
export const cancel = (notification: Notification, cancelled: Cancelled, now: Date): Notification => {
  if (notification.outcome !== undefined || notification.cancelled !== undefined) return notification
  if (notification.attempts.some(isPossiblySent)) return { ...notification, cancelled }
  return callOff(notification, { cancelled }, now)
}
