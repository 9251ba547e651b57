import type { SQSRecord } from 'aws-lambda'
import type { Hashers } from '../notification/hash-keys.ts'
import { type Hasher, hashRecipient } from '../notification/hasher.ts'
import type { Notification } from '../notification/notification.ts'
import type { FindNotification } from '../record/find-notification.ts'
import type { OpenNotification } from '../record/open-notification.ts'
import { fingerprint } from './fingerprint.ts'
import type { EventLimits } from './read-envelope.ts'
import { type Readable, readRequest } from './read-request.ts'
import { type Dependencies as Refusing, refuse } from './refuse.ts'
import { type Rejection, rejection } from './rejections.ts'
import type { StartWorkflow } from './start-workflow.ts'

export interface Dependencies extends Refusing {
  readonly openNotification: OpenNotification
  readonly findNotification: FindNotification
  readonly startWorkflow: StartWorkflow
  readonly loadHashers: () => Promise<Hashers>
  readonly limits: EventLimits
  readonly now: () => Date
}

const normalised = (instant: string | undefined) => instant && new Date(instant).toISOString()

const newNotification = ({ request, requestedAt }: Readable, hasher: Hasher): Notification => ({
  notificationId: request.notificationId,
  fingerprint: fingerprint(request, hasher),
  recipientHash: hashRecipient(hasher, request.to),
  hashKeyId: hasher.keyId,
  template: request.template,
  locale: request.locale,
  requestedAt: requestedAt.toISOString(),
  timeZone: request.timeZone,
  sendAfter: normalised(request.sendAfter),
  expiresAt: normalised(request.expiresAt),
  passes: 0,
  attempts: [],
})

/** Compared by the key that the first one was hashed with. Where that key is not known any more, nothing can be told: a repeat. */
const isSameRequest = (first: Notification, { request }: Readable, hashers: Hashers) => {
  const hasher = hashers.find(({ keyId }) => keyId === first.hashKeyId)
  return hasher === undefined || fingerprint(request, hasher) === first.fingerprint
}

/** The first event opens the notification; one that is stale may only be a repeat. */
const firstOf = async (
  { openNotification, findNotification, now }: Dependencies,
  { isStale, request }: Readable,
  opening: Notification,
) => {
  const { notificationId, to, params } = request
  return isStale ? findNotification(notificationId) : openNotification(opening, { to, params }, now())
}

/** Opens the notification and starts its workflow; a repeat only starts what an earlier start may have lost. */
const take = async (dependencies: Dependencies, readable: Readable): Promise<Rejection | undefined> => {
  const hashers = await dependencies.loadHashers()
  const opening = newNotification(readable, hashers[0])
  const { notificationId } = opening
  const first = await firstOf(dependencies, readable, opening)
  if (first === undefined) return rejection('stale', notificationId)
  if (first !== 'opened' && !isSameRequest(first, readable, hashers)) return rejection('idempotency-conflict', notificationId)
  if (first === 'opened' || first.next === undefined) await dependencies.startWorkflow(notificationId)
  return undefined
}

/** Takes one event of the request queue: the first for an id wins, repeats do nothing, and no other one is dropped silently. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (record: SQSRecord): Promise<void> => {
    const read = readRequest(record.body, dependencies.now(), dependencies.limits)
    const refusal = 'code' in read ? read : await take(dependencies, read)
    if (refusal) await refuse(dependencies, 'Notification Rejected', record, refusal)
  }
