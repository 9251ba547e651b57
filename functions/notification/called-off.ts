import { isPossiblySent } from './attempt.ts'
import { type Ending, end } from './end.ts'
import type { Intervention } from './intervention.ts'
import type { Notification } from './notification.ts'

/**
 * The end of what is not to be sent any more: it was cancelled, or the recipient has acted without it. Where an attempt may still
 * arrive, that attempt decides, and nobody knows yet.
 * @returns undefined for what is still wanted
 */
export const calledOff = ({ cancelled, confirmed, attempts }: Notification): Ending | undefined => {
  if (cancelled === undefined && confirmed === undefined) return undefined
  if (attempts.some(isPossiblySent)) return { outcome: 'unknown', reason: 'cancelled' }
  return { outcome: 'cancelled', reason: cancelled ? (cancelled.reason ?? 'cancelled') : 'confirmed' }
}

/** Calls off a notification of which nothing may have been sent: it ends at once. */
export const callOff = (notification: Notification, intervention: Intervention, now: Date): Notification => {
  const noted = { ...notification, ...intervention }
  const ending = calledOff(noted)
  return ending === undefined ? noted : end(noted, ending, now)
}
