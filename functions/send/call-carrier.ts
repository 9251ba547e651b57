import type { Carrier, Sender } from '../carriers/carrier.ts'
import type { Answer, AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { noTimeLeft } from '../notification/failure.ts'
import type { Kinds } from '../notification/kinds.ts'
import type { Notification, Person } from '../notification/notification.ts'

export interface Dependencies {
  readonly kinds: Kinds
  readonly carriers: Readonly<Partial<Record<CarrierName, Carrier>>>
  readonly senderOf: (notification: Notification, carrier: CarrierName) => Sender
  /** What may pass from the function's start until the call, if the call and its record are still to fit into its time. */
  readonly mostMsBeforeCall: number
}

const notSent = (reason: string, failureClass: 'request' | 'account'): Answer => ({
  type: 'notSent',
  failure: { class: failureClass, reason },
})

const secondsLeft = (validUntil: string, now: Date) => Math.floor((Date.parse(validUntil) - now.getTime()) / 1000)

/** Makes the one request of an attempt; without a carrier or a text there is nothing to request. */
export const callCarrier = async (
  { kinds, carriers, senderOf, mostMsBeforeCall }: Dependencies,
  notification: Notification,
  { attempt: ref, carrier }: { readonly attempt: AttemptRef; readonly carrier: CarrierName },
  person: Person | undefined,
  startedAt: Date,
  now: Date,
): Promise<Answer> => {
  const service = carriers[carrier]
  if (service === undefined) return notSent('carrier-not-configured', 'account')
  const { kind, plan } = notification
  if (!person?.to || !person.text || kind === undefined || plan === undefined) return notSent('text-erased', 'request')
  if (now.getTime() - startedAt.getTime() > mostMsBeforeCall) return { type: 'notSent', failure: noTimeLeft }
  const validForSeconds = secondsLeft(plan.validUntil, now)
  return service.send({
    to: person.to,
    text: person.text,
    sender: senderOf(notification, carrier),
    attempt: ref,
    isTransactional: kinds[kind].isTransactional,
    validForSeconds,
  })
}
