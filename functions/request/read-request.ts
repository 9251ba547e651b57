import * as z from 'zod'
import { mostDaysAhead } from '../notification/due-at.ts'
import { NotificationId } from '../notification/notification.ts'
import { parseJson } from '../notification/parse-json.ts'
import { sentenceOf } from '../notification/problem.ts'
import { problemsOf } from '../notification/problems-of.ts'
import { isForeign, type Requesters } from './is-foreign.ts'
import { NotificationRequest } from './notification-request.ts'
import { type Rejection, rejection } from './rejections.ts'
import { revealsNumber } from './reveals-number.ts'

/** The detail-types that the request queue takes. */
export const detailTypes = ['Notification Requested', 'Cancel Notification', 'Notification Confirmed'] as const

/** An event as EventBridge puts it on a queue; another service's rule writes the same by an input transformer. */
const Envelope = z.object({
  source: z.string().optional(),
  account: z.string().optional(),
  time: z.iso.datetime({ offset: true }),
  'detail-type': z.enum(detailTypes),
  detail: z.unknown(),
})

/** EventBridge's limit for an event. */
const mostBytes = 262_144

/** A request that can be read. */
export interface Readable {
  readonly request: NotificationRequest
  /** When its event says it was made, and never later than now. */
  readonly requestedAt: Date
  /** Whether its event is too old to begin anything; it may still be a repeat. */
  readonly isStale: boolean
}

export interface RequestLimits {
  /** Seconds; an event that is older is stale: archives replay events years later. */
  readonly mostEventAge: number
  readonly requesters: Requesters
}

const dayMs = 86_400_000

/** Counted from the request, so that its repeat gets the same answer. */
const isTooFar = (requestedAt: Date, sendAfter: string | undefined) =>
  sendAfter !== undefined && Date.parse(sendAfter) - requestedAt.getTime() > mostDaysAhead * dayMs

/** An id that may be told: where no number is there to compare it with, none that could be one. */
const tellableId = (detail: unknown): string | undefined => {
  const { notificationId, to } =
    z.object({ notificationId: NotificationId, to: z.unknown().optional() }).safeParse(detail).data ?? {}
  return notificationId && !revealsNumber(notificationId, typeof to === 'string' ? to : notificationId)
    ? notificationId
    : undefined
}

const malformed = (error: z.ZodError, detail?: unknown): Rejection =>
  rejection('malformed', tellableId(detail), sentenceOf(problemsOf(error)))

/**
 * Reads one message of the request queue.
 * @param body an event in JSON
 * @returns the request, or why it is refused: every wrong field is named, and nothing of the event is quoted
 */
export const readRequest = (body: string, now: Date, { mostEventAge, requesters }: RequestLimits): Readable | Rejection => {
  if (Buffer.byteLength(body) > mostBytes) return rejection('malformed', undefined, 'The event is larger than 256 KB.')
  const event = parseJson(body)
  if (event === undefined) return rejection('malformed', undefined, 'The event is no JSON.')
  const envelope = Envelope.safeParse(event)
  if (!envelope.success) return malformed(envelope.error)
  if (isForeign(envelope.data, requesters)) return rejection('foreign-source') // by whose id it may ask, is not its to say
  const { time, detail } = envelope.data
  if (envelope.data['detail-type'] !== 'Notification Requested') return rejection('not-offered', tellableId(detail))
  const parsed = NotificationRequest.safeParse(detail)
  if (!parsed.success) return malformed(parsed.error, detail)
  const { notificationId, to, sendAfter } = parsed.data
  if (revealsNumber(notificationId, to)) return rejection('id-reveals-recipient')
  const age = now.getTime() - new Date(time).getTime()
  const requestedAt = new Date(now.getTime() - Math.max(age, 0))
  if (isTooFar(requestedAt, sendAfter)) return rejection('send-after-too-far', notificationId)
  return { request: parsed.data, requestedAt, isStale: age > mostEventAge * 1000 }
}

const Identified = z.object({ id: z.uuid() })

/** The event's own id, by which its sender can recognise a rejection; undefined where it has none as EventBridge gives them. */
export const requestEventIdOf = (body: string): string | undefined => Identified.safeParse(parseJson(body)).data?.id
