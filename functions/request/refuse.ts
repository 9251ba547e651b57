import type { SQSRecord } from 'aws-lambda'
import type { PutStatusEvents } from '../publish/put-our-events.ts'
import type { StatusDetailType } from '../publish/status-event.ts'
import { requestEventIdOf } from './read-envelope.ts'
import type { Rejection } from './rejections.ts'

export interface Dependencies {
  readonly putStatusEvents: PutStatusEvents
  /** Keeps an event that nobody can read where somebody is alarmed. */
  readonly keepDeadLetter: (body: string) => Promise<void>
  readonly onRejection: (rejection: Rejection, requestEventId: string) => void
}

/** Answers an event that is refused: by an event of this detail-type, which is the same for its repeats, and a figure. */
export const refuse = async (
  { putStatusEvents, keepDeadLetter, onRejection }: Dependencies,
  detailType: StatusDetailType,
  { body, messageId }: Pick<SQSRecord, 'body' | 'messageId'>,
  refusal: Rejection,
): Promise<void> => {
  const { code: reason, explanation, notificationId } = refusal
  const requestEventId = requestEventIdOf(body) ?? messageId
  if (refusal.code === 'malformed') await keepDeadLetter(body)
  const eventId = `${notificationId ?? requestEventId}/${detailType}/${requestEventId}`
  const detail = { eventId, requestEventId, reason, explanation, ...(notificationId && { notificationId }) }
  await putStatusEvents([{ detailType, detail }])
  onRejection(refusal, requestEventId)
}
