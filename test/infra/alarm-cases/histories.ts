import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import type { StatusMetric } from '../../../functions/publish/status-metric.ts'
import { statusMetrics } from '../../../functions/publish/status-metrics.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'
import { type AlarmCase, asOurs } from './recorded.ts'

/** What `publish` records of so many notifications, each from its request to what became of it. */
export const recorded = (times: number, after: Partial<Notification>): StatusMetric[] =>
  Array.from({ length: times }, () => statusMetrics(undefined, aNotification({ kind: 'verification', ...after }))).flat()

export const taken = anAttempt({ carrier: 'twilio', status: 'accepted', answer: accepted(), answeredAt: atNoon(1) })
export const arrived: Attempt = { ...taken, status: 'delivered', deliveredAt: atNoon(4) }

export const by = (attempt: Partial<Attempt>) => ({ attempts: [anAttempt({ carrier: 'twilio', ...attempt })] })

/** What raises an alarm, and what does not, by the alarm's id. */
export type Case = readonly [alarm: string, raisedBy: string, bad: StatusMetric[], notBy: string, good: StatusMetric[]]

export const alarmCase = ([alarm, raisedBy, bad, notBy, good]: Case): AlarmCase => ({
  alarm,
  raisedBy,
  bad: asOurs(bad),
  notBy,
  good: asOurs(good),
})
