import { mostDaysAhead } from '../notification/due-at.ts'
import { malformed } from './malformed.ts'
import { NotificationRequest } from './notification-request.ts'
import { type EventLimits, readEnvelope } from './read-envelope.ts'
import { type Rejection, rejection } from './rejections.ts'
import { revealsNumber } from './reveals-number.ts'

/** The detail-types that the request queue takes. */
export const detailTypes = ['Notification Requested'] as const

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
  const envelope = readEnvelope(body, detailTypes, now, limits)
  // No id: by whose a stranger may ask, is not its to say.
  if ('unread' in envelope) return rejection(envelope.unread, undefined, envelope.explanation)
  const { detail, at: requestedAt, isStale } = envelope
  const parsed = NotificationRequest.safeParse(detail)
  if (!parsed.success) return malformed(parsed.error, detail)
  const { notificationId, to, sendAfter } = parsed.data
  if (revealsNumber(notificationId, to)) return rejection('id-reveals-recipient')
  if (isTooFar(requestedAt, sendAfter)) return rejection('send-after-too-far', notificationId)
  return { request: parsed.data, requestedAt, isStale }
}
