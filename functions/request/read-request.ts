import { mostDaysAhead } from '../notification/due-at.ts'
import { malformed } from './malformed.ts'
import { NotificationRequest } from './notification-request.ts'
import { type EventLimits, eventReader } from './read-event.ts'
import { type Rejection, rejection } from './rejections.ts'
import { revealsNumber } from './reveals-number.ts'

/** The detail-types that the request queue takes. */
export const detailTypes = ['Notification Requested'] as const

const readEvent = eventReader(detailTypes)

/** A request that can be read. */
export interface Readable {
  readonly request: NotificationRequest
  /** When its event says it was made, and never later than now. */
  readonly requestedAt: Date
  /** Whether its event is too old to begin anything; it may still be a repeat. */
  readonly isStale: boolean
}

const dayMs = 86_400_000

/** Counted from the request, so that its repeat gets the same answer. */
const isTooFar = (requestedAt: Date, sendAfter: string | undefined) =>
  sendAfter !== undefined && Date.parse(sendAfter) - requestedAt.getTime() > mostDaysAhead * dayMs

/**
 * Reads one message of the request queue.
 * @param body an event in JSON
 * @returns the request, or why it is refused: every wrong field is named, and nothing of the event is quoted
 */
export const readRequest = (body: string, now: Date, limits: EventLimits): Readable | Rejection => {
  const event = readEvent(body, now, limits)
  if ('code' in event) return event
  const { detail, madeAt: requestedAt, isStale } = event
  const parsed = NotificationRequest.safeParse(detail)
  if (!parsed.success) return malformed(parsed.error, detail)
  const { notificationId, to, sendAfter } = parsed.data
  if (revealsNumber(notificationId, to)) return rejection('id-reveals-recipient')
  if (isTooFar(requestedAt, sendAfter)) return rejection('send-after-too-far', notificationId)
  return { request: parsed.data, requestedAt, isStale }
}
