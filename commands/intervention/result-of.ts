import type { Intervention } from '../../functions/notification/intervention.ts'
import type { Notification } from '../../functions/notification/notification.ts'

/** What was said of a notification: that nobody wants it any more, or that its recipient acted. */
export type Said = 'cancelled' | 'confirmed'

/** heeded: it ended what was under way; late: that had ended, or may have been sent; parked: nobody has requested it yet. */
export type Result = 'heeded' | 'late' | 'parked'

/** What became of what was said, as far as the records tell. */
export const resultOf = (
  said: Said,
  notification: Notification | undefined,
  parked: Intervention | undefined,
): Result | undefined => {
  if (notification === undefined) return parked && 'parked'
  const { outcome } = notification
  if (notification[said] === undefined) return outcome && 'late'
  return said === 'cancelled' && outcome !== 'cancelled' ? 'late' : 'heeded'
}
