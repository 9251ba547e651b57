import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import { sentenceOf } from '../notification/problem.ts'
import { problemsOf } from '../notification/problems-of.ts'
import { NotificationRequest } from './notification-request.ts'
import { type EventLimits, readEnvelope } from './read-envelope.ts'
import { type Rejection, rejection } from './rejections.ts'
import { revealsNumber } from './reveals-number.ts'

/** The detail-types that the request queue takes. */
export const detailTypes = ['Notification Requested', 'Cancel Notification', 'Notification Confirmed'] as const

/** A request that can be read. */
export interface Readable {
  readonly request: NotificationRequest
  /** When its event says it was made, and never later than now. */
  readonly requestedAt: Date
  /** Whether its event is too old to begin anything; it may still be a repeat. */
  readonly isStale: boolean
}

/** An id that may be told: where no number is there to compare it with, none that could be one. */
const tellableId = (detail: unknown): string | undefined => {
  const { notificationId, to } =
    z.object({ notificationId: NotificationId, to: z.unknown().optional() }).safeParse(detail).data ?? {}
  return notificationId && !revealsNumber(notificationId, typeof to === 'string' ? to : notificationId)
    ? notificationId
    : undefined
}

/**
 * Reads one message of the request queue.
 * @param body an event in JSON
 * @returns the request, or why it is refused: every wrong field is named, and nothing of the event is quoted
 */
export const readRequest = (body: string, now: Date, limits: EventLimits): Readable | Rejection => {
  const envelope = readEnvelope(body, detailTypes, now, limits)
  // No id: by whose a stranger may ask, is not its to say.
  if ('unread' in envelope) return rejection(envelope.unread, undefined, envelope.explanation)
  const { detailType, detail, at: requestedAt, isStale } = envelope
  if (detailType !== 'Notification Requested') return rejection('not-offered', tellableId(detail))
  const parsed = NotificationRequest.safeParse(detail)
  if (!parsed.success) return rejection('malformed', tellableId(detail), sentenceOf(problemsOf(parsed.error)))
  const { notificationId, to, sendAfter } = parsed.data
  if (revealsNumber(notificationId, to)) return rejection('id-reveals-recipient')
  if (sendAfter !== undefined && new Date(sendAfter) > now) return rejection('not-offered', notificationId)
  return { request: parsed.data, requestedAt, isStale }
}
