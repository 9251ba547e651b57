import type { Notification } from '../notification/notification.ts'

/** Until when a notification is held, where this change says so. */
export const newHold = (before: Notification | undefined, { next, outcome }: Notification): string | undefined => {
  if (next?.decision !== 'hold' || outcome !== undefined) return undefined
  const { until } = next
  return before?.next?.decision === 'hold' && before.next.until === until ? undefined : until
}
