import { isDelivered, isPossiblySent } from '../../functions/notification/attempt.ts'
import { defaultKinds } from '../../functions/notification/kinds.ts'
import type { Notification } from '../../functions/notification/notification.ts'
import type { Call } from '../../local/carrier-network/truth.ts'

/** What the records say of a notification, and what the carrier network knows of its phone, which is no other's. */
export interface Judged {
  readonly notification: Notification
  readonly calls: readonly Call[]
}

/** I1: never more requests to a carrier than attempts with it, and never two that name the same attempt. */
const askedTwice = ({ notification: { attempts }, calls }: Judged) => {
  const named = calls.flatMap(({ statusCallback }) => statusCallback && new URL(statusCallback).searchParams.get('attempt'))
  const askedTooOften = (carrier: string) =>
    calls.filter((call) => call.carrier === carrier).length > attempts.filter((attempt) => attempt.carrier === carrier).length
  return new Set(named).size < named.length || ['sns', 'twilio'].some(askedTooOften) ? ['I1: two requests for one attempt'] : []
}

/** I2: of no more attempts than the kind allows may nobody know that they failed, and each sent the same text. */
const sentTooOften = ({ notification: { kind, attempts }, calls }: Judged) => {
  const limit = kind !== undefined ? defaultKinds[kind].mostPossiblySent : 0
  const texts = new Set(calls.map(({ text }) => text))
  return [
    ...(attempts.filter(isPossiblySent).length > limit ? ['I2: more attempts possibly sent than the kind allows'] : []),
    ...(texts.size > 1 ? ['I2: two texts of one notification differ'] : []),
  ]
}

/** I5: a text that a carrier took is an attempt's by its message id, or that of an attempt whose answer nobody knows. */
const billedElsewhere = ({ notification: { attempts, plan }, calls }: Judged) => {
  const messages = calls.filter(({ messageId }) => messageId !== undefined)
  const isKnown = ({ messageId }: Call) =>
    attempts.some(({ answer }) => answer?.type === 'accepted' && answer.messageId === messageId)
  const open = (carrier: string) =>
    attempts.filter(
      (attempt) => attempt.carrier === carrier && attempt.answer?.type !== 'notSent' && attempt.answer?.type !== 'accepted',
    )
  const known = attempts.filter(({ answer }) => answer?.type === 'accepted').length
  const unknown = messages.filter((message) => !isKnown(message))
  const isUnaccounted = ({ carrier }: Call) => unknown.filter((call) => call.carrier === carrier).length > open(carrier).length
  return [
    ...(messages.filter(isKnown).length < known ? ['I5: the records name a message that no carrier took'] : []),
    ...(unknown.some(isUnaccounted) ? ['I5: a carrier took a text that no attempt accounts for'] : []),
    ...(messages.some(({ parts }) => parts !== plan?.parts) ? ['I5: parts taken and parts planned differ'] : []),
  ]
}

const withoutEnd = ({ notification: { outcome } }: Judged) => (outcome === undefined ? ['I3: no outcome'] : [])

/** I4: delivered is what an attempt's receipts said, and is never lost. */
const deliveryLost = ({ notification: { outcome, attempts } }: Judged) =>
  (outcome === 'delivered') === attempts.some(isDelivered) ? [] : ['I4: the outcome and the attempts differ about a delivery']

/** Which of the invariants a notification that came to its end breaks, in words. */
export const violations = (judged: Judged): string[] => [
  ...askedTwice(judged),
  ...sentTooOften(judged),
  ...withoutEnd(judged),
  ...deliveryLost(judged),
  ...billedElsewhere(judged),
]
