import type { Notification } from './notification.ts'

/** Seconds from the request in which Validate has planned it, if it ever will: it takes moments, or hours where it is redriven. */
const plannedWithin = 86_400

/**
 * Seconds beyond the validity in which whatever was under way at its end comes to its own end: no wait passes the validity, and
 * the tries of a step that fails take about four minutes.
 */
const graceSeconds = 3_600

/**
 * From this instant on a notification without an outcome has lost its workflow: nothing of it is sent or waited for any more.
 * What nobody has planned in a day is lost.
 */
export const deadlineOf = ({ requestedAt, plan }: Pick<Notification, 'requestedAt' | 'plan'>): Date => {
  const validUntil = plan ? Date.parse(plan.validUntil) : Date.parse(requestedAt) + plannedWithin * 1000
  return new Date(validUntil + graceSeconds * 1000)
}
