import type * as z from 'zod'
import { sentenceOf } from '../notification/problem.ts'
import { problemsOf } from '../notification/problems-of.ts'
import type { Recipient } from '../recipient/recipient.ts'
import { recordConsent } from '../recipient/record-consent.ts'
import { restore } from '../recipient/restore.ts'
import { suppress } from '../recipient/suppress.ts'
import { type Envelope, type EventLimits, readEnvelope } from '../request/read-envelope.ts'
import { ConsentRecorded, permissionTypes, RestoreRecipient, SuppressRecipient } from './permission-events.ts'
import { type Rejection, rejection } from './rejections.ts'

/** A word on somebody: whom it is about, in E.164, and what it makes of what is known of them. */
export interface Permission {
  readonly to: string
  readonly rule: (recipient: Recipient) => Recipient
}

type Reading = Envelope<(typeof permissionTypes)[number]>

/** Nothing was said later than its event. */
const earlier = (said: string | undefined, at: Date): string =>
  new Date(Math.min(said === undefined ? at.getTime() : Date.parse(said), at.getTime())).toISOString()

const parsed = <Schema extends z.ZodType>(
  schema: Schema,
  { detail }: Reading,
  permissionOf: (detail: z.infer<Schema>) => Permission,
): Permission | Rejection => {
  const read = schema.safeParse(detail)
  return read.success ? permissionOf(read.data) : rejection('malformed', sentenceOf(problemsOf(read.error)))
}

const readSuppression = (event: Reading) =>
  parsed(SuppressRecipient, event, ({ to, scope, reason, at, by }) => {
    const said = { at: earlier(at, event.at), source: event.from, reason, by }
    return { to, rule: (recipient) => suppress(recipient, scope, said) }
  })

const readRestoring = (event: Reading) =>
  parsed(RestoreRecipient, event, ({ to, scope, reason, by }) => {
    const said = { at: event.at.toISOString(), source: event.from, reason, by }
    return { to, rule: (recipient) => restore(recipient, scope, said) }
  })

const readConsent = (event: Reading) =>
  parsed(ConsentRecorded, event, ({ to, source, at, wording, by }) => {
    const consent = { at: earlier(at, event.at), source, wording, via: event.from, by }
    return { to, rule: (recipient) => recordConsent(recipient, consent) }
  })

/**
 * Reads one message of the queue of permissions. What lets somebody be texted must be fresh; what stops texts counts however late it
 * comes, as of when it was said.
 * @param body an event in JSON
 * @returns the word, or why it is refused: every wrong field is named, and nothing of the event is quoted
 */
export const readPermission = (body: string, now: Date, limits: EventLimits): Permission | Rejection => {
  const event = readEnvelope(body, permissionTypes, now, limits)
  if ('unread' in event) return rejection(event.unread, event.explanation)
  switch (event.detailType) {
    case 'Suppress Recipient':
      return readSuppression(event)
    case 'Restore Recipient':
      return event.isStale ? rejection('stale') : readRestoring(event)
    case 'Consent Recorded':
      return event.isStale ? rejection('stale') : readConsent(event)
    default:
      return event.detailType satisfies never
  }
}
