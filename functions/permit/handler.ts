import type { SQSRecord } from 'aws-lambda'
import type { Hashers } from '../notification/hash-keys.ts'
import { hashRecipient } from '../notification/hasher.ts'
import type { PutOurEvents } from '../publish/put-our-events.ts'
import type { ChangeRecipient } from '../record/recipient/change-recipient.ts'
import { type EventLimits, requestEventIdOf } from '../request/read-envelope.ts'
import { type Permission, readPermission } from './read-permission.ts'
import type { Rejection } from './rejections.ts'

export interface Dependencies {
  readonly changeRecipient: ChangeRecipient
  readonly putEvents: PutOurEvents
  /** Keeps an event that nobody can read where somebody is alarmed. */
  readonly keepDeadLetter: (body: string) => Promise<void>
  readonly onRejection: (rejection: Rejection, requestEventId: string) => void
  readonly loadHashers: () => Promise<Hashers>
  readonly limits: EventLimits
  readonly now: () => Date
}

const take = async ({ loadHashers, changeRecipient, now }: Dependencies, { to, rule }: Permission) => {
  const [current] = await loadHashers()
  await changeRecipient(hashRecipient(current, to), rule, now())
}

const refuse = async (dependencies: Dependencies, { body, messageId }: SQSRecord, rejection: Rejection) => {
  const { putEvents, keepDeadLetter, onRejection } = dependencies
  const { code: reason, explanation } = rejection
  const requestEventId = requestEventIdOf(body) ?? messageId
  if (reason === 'malformed') await keepDeadLetter(body)
  const eventId = `${requestEventId}/Permission Rejected`
  await putEvents([{ detailType: 'Permission Rejected', detail: { eventId, requestEventId, reason, explanation } }])
  onRejection(rejection, requestEventId)
}

/** Takes one word on whom to text, by the number's hash alone. A repeat says nothing new, and no word is dropped silently. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (record: SQSRecord): Promise<void> => {
    const read = readPermission(record.body, dependencies.now(), dependencies.limits)
    if ('code' in read) await refuse(dependencies, record, read)
    else await take(dependencies, read)
  }
