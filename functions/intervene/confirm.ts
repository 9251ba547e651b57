import { isPossiblySent } from '../notification/attempt.ts'
import { callOff } from '../notification/called-off.ts'
import { end } from '../notification/end.ts'
import type { Confirmed } from '../notification/intervention.ts'
import type { Notification } from '../notification/notification.ts'

/**
 * Takes the recipient's having acted for the proof that the text arrived: by the last attempt that may have been sent, for nobody says
 * by which. Where none may have been, they acted without it, and it is called off.
 * @returns the very same notification when it has ended
 */
export const confirm = (notification: Notification, confirmed: Confirmed, now: Date): Notification => {
  const { outcome, attempts } = notification
  if (outcome !== undefined) return notification
  const last = attempts.findLast(isPossiblySent)
  if (last === undefined) return callOff(notification, { confirmed }, now)
  const arrived = { ...last, status: 'delivered', evidence: 'recipient', deliveredAt: now.toISOString() } as const
  const noted = { ...notification, confirmed, attempts: attempts.with(last.number - 1, arrived) }
  return end(noted, { outcome: 'delivered', reason: 'confirmed' }, now)
}
