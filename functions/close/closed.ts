import { end } from '../notification/end.ts'
import type { Notification } from '../notification/notification.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import { withClosedAttempts } from '../notification/with-closed-attempts.ts'

/** Who noticed that the workflow is lost: its own fault path or its end, or the daily sweep. */
export type LostBy = 'fault' | 'swept'

/** Gives a notification whose workflow is lost the outcome that its attempts allow. One that is there stays. */
export const closed = (notification: Notification, reason: LostBy, now: Date): Notification => {
  if (notification.outcome !== undefined) return notification
  const outcome = unknownOr('undeliverable', notification.attempts)
  const { waiting } = notification // a task that was redriven meanwhile is told by this outcome
  return end({ ...withClosedAttempts(notification), waiting }, { outcome, reason }, now)
}
