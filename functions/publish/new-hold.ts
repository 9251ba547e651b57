import type { HoldNext } from '../notification/next.ts'
import type { Notification } from '../notification/notification.ts'

/** The hold of a notification, where this change says so. */
export const newHold = (before: Notification | undefined, { next, outcome }: Notification): HoldNext | undefined => {
  if (next?.decision !== 'hold' || outcome !== undefined) return undefined
  return before?.next?.decision === 'hold' && before.next.until === next.until ? undefined : next
}
