import { dueAt } from './due-at.ts'
import { kindPolicies } from './kinds.ts'
import type { Notification } from './notification.ts'

const longestValidity = Math.max(...Object.values(kindPolicies).map(({ validForSeconds }) => validForSeconds))

/**
 * Seconds beyond the validity in which whatever was under way at its end comes to its own end: no wait passes the validity, and
 * the tries of a step that fails take about four minutes.
 */
const graceSeconds = 3_600

/**
 * From this instant on a notification without an outcome has lost its workflow: nothing of it is sent or waited for any more.
 * Before it is planned, the longest validity counts, from when it is due.
 */
export const deadlineOf = (notification: Pick<Notification, 'requestedAt' | 'sendAfter' | 'plan'>): Date => {
  const { plan } = notification
  const validUntil = plan ? Date.parse(plan.validUntil) : dueAt(notification).getTime() + longestValidity * 1000
  return new Date(validUntil + graceSeconds * 1000)
}
