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
 * Before it is planned, the longest validity counts.
 */
export const deadlineOf = ({ requestedAt, plan }: Pick<Notification, 'requestedAt' | 'plan'>): Date => {
  const validUntil = plan ? Date.parse(plan.validUntil) : Date.parse(requestedAt) + longestValidity * 1000
  return new Date(validUntil + graceSeconds * 1000)
}
