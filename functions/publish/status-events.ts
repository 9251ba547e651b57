import { type Attempt, failureOf, isDelivered, isPossiblySent } from '../notification/attempt.ts'
import { dueAt } from '../notification/due-at.ts'
import type { Notification } from '../notification/notification.ts'
import type { Outcome } from '../notification/outcome.ts'
import { newHold } from './new-hold.ts'
import { secondsBetween } from './seconds-between.ts'
import type { StatusDetail, StatusDetailType, StatusEvent } from './status-event.ts'

const detailTypeOf: Readonly<Record<Outcome, StatusDetailType>> = {
  delivered: 'Notification Delivered',
  accepted: 'Notification Accepted',
  undeliverable: 'Notification Undeliverable',
  expired: 'Notification Expired',
  rejected: 'Notification Rejected',
  suppressed: 'Notification Suppressed',
  cancelled: 'Notification Cancelled',
  unknown: 'Notification Unknown',
}

const aboutNotification = ({ notificationId, kind, template, plan }: Notification) => ({
  notificationId,
  kind,
  template: plan ? `${template}@${plan.version}` : template,
  parts: plan?.parts,
})

const aboutAttempt = (notification: Notification, attempt: Attempt) => ({
  carrier: attempt.carrier,
  attempt: attempt.number,
  failureClass: failureOf(attempt)?.class,
  evidence: attempt.evidence,
  price: attempt.price,
  secondsToAccept: attempt.answer?.type === 'accepted' ? secondsBetween(dueAt(notification), attempt.answeredAt) : undefined,
  secondsToDeliver: secondsBetween(dueAt(notification), attempt.deliveredAt),
})

/** @param which of those of its type: the number of an attempt, a count, or what tells one hold from another that ends at the same instant */
const event = (
  detailType: StatusDetailType,
  notification: Notification,
  which: number | string,
  detail: Omit<StatusDetail, 'eventId'>,
) => ({
  detailType,
  detail: { eventId: `${notification.notificationId}/${detailType}/${which}`, ...aboutNotification(notification), ...detail },
})

const isAccepted = (attempt: Attempt | undefined) => attempt?.answer?.type === 'accepted'

const sentEvents = (before: Notification | undefined, after: Notification): StatusEvent[] =>
  after.attempts
    .filter((attempt, index) => isAccepted(attempt) && !isAccepted(before?.attempts[index]))
    .map((attempt) =>
      event('Notification Sent', after, attempt.number, { ...aboutAttempt(after, attempt), at: attempt.answeredAt }),
    )

const heldEvents = (before: Notification | undefined, after: Notification): StatusEvent[] => {
  const hold = newHold(before, after)
  if (hold === undefined) return []
  const { attempt, until, reason } = hold
  return [event('Notification Held', after, `${attempt}/${until}`, { reason, policy: after.policy, until })]
}

/** The attempt that the outcome is about: the one that arrived, else one that may have, else the last. */
const tellingAttempt = ({ attempts }: Notification) =>
  attempts.find(isDelivered) ?? attempts.findLast(isPossiblySent) ?? attempts.at(-1)

/** One that is cancelled in time has that outcome. */
const lateCancellation = (before: Notification | undefined, after: Notification): StatusEvent[] => {
  const { cancelled, outcome } = after
  if (cancelled === undefined || before?.cancelled !== undefined || outcome === 'cancelled') return []
  const attempt = tellingAttempt(after)
  const { reason, at } = cancelled
  return [event('Cancellation Came Late', after, 1, { ...(attempt && aboutAttempt(after, attempt)), reason, at })]
}

/**
 * What a change of a notification is worth telling: one event per accepted attempt, one per hold, one for a cancellation that came late,
 * one for the outcome, and one more where a receipt raises it to delivered.
 * Source: design §3.
 */
export const statusEvents = (before: Notification | undefined, after: Notification): StatusEvent[] => {
  const underWay = [...sentEvents(before, after), ...heldEvents(before, after), ...lateCancellation(before, after)]
  if (after.outcome === undefined || after.outcome === before?.outcome) return underWay
  const attempt = tellingAttempt(after)
  const detail = {
    ...(attempt && aboutAttempt(after, attempt)),
    reason: after.reason,
    explanation: after.explanation,
    policy: after.policy,
    until: after.policy?.find(({ reason }) => reason === after.reason)?.until,
    at: after.endedAt,
  }
  return [...underWay, event(detailTypeOf[after.outcome], after, 1, detail)]
}
