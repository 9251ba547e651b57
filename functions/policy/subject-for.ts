import type { Notification, Person } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import type { Subject } from './gather-facts.ts'

/** What policy is asked of a notification that was planned. */
export const subjectFor = (notification: Notification, { to }: Pick<Person, 'to'>): Subject => {
  const { kind, plan } = planned(notification)
  const { notificationId, timeZone, sendAfter } = notification
  const { country, parts, validUntil } = plan
  return { notificationId, kind, to, country, timeZone, sendAfter, validUntil, parts }
}
