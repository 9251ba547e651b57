import type * as z from 'zod'
import type { Intervention } from '../notification/intervention.ts'
import { malformed } from '../request/malformed.ts'
import { type Envelope, type EventLimits, readEnvelope } from '../request/read-envelope.ts'
import { type Rejection, rejection } from '../request/rejections.ts'
import { CancelNotification, interventionTypes, NotificationConfirmed } from './intervention-events.ts'

/** A word on a notification that can be read. */
export interface ReadIntervention {
  readonly notificationId: string
  readonly intervention: Intervention
  /** Whether its event is too old to wait for a request; what was requested it may still be about. */
  readonly isStale: boolean
}

type Reading = Envelope<(typeof interventionTypes)[number]>

const parsed = <Schema extends z.ZodType>(
  schema: Schema,
  { detail }: Reading,
  read: (detail: z.infer<Schema>) => ReadIntervention,
): ReadIntervention | Rejection => {
  const result = schema.safeParse(detail)
  return result.success ? read(result.data) : malformed(result.error, detail)
}

const steppedIn = ({ at, from }: Reading) => ({ at: at.toISOString(), source: from })

const readCancellation = (event: Reading) =>
  parsed(CancelNotification, event, ({ notificationId, ...said }) => ({
    notificationId,
    intervention: { cancelled: { ...steppedIn(event), ...said } },
    isStale: event.isStale,
  }))

const readConfirmation = (event: Reading) =>
  parsed(NotificationConfirmed, event, ({ notificationId, ...said }) => ({
    notificationId,
    intervention: { confirmed: { ...steppedIn(event), ...said } },
    isStale: event.isStale,
  }))

/**
 * Reads one message of the queue of interventions.
 * @param body an event in JSON
 * @returns the intervention, or why it is refused: every wrong field is named, and nothing of the event is quoted
 */
export const readIntervention = (body: string, now: Date, limits: EventLimits): ReadIntervention | Rejection => {
  const event = readEnvelope(body, interventionTypes, now, limits)
  if ('unread' in event) return rejection(event.unread, undefined, event.explanation)
  switch (event.detailType) {
    case 'Cancel Notification':
      return readCancellation(event)
    case 'Notification Confirmed':
      return readConfirmation(event)
    default:
      return event.detailType satisfies never
  }
}
