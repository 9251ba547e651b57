import { isDelivered } from '../notification/attempt.ts'
import { calledOff } from '../notification/called-off.ts'
import { Fault } from '../notification/fault.ts'
import type { SendNext } from '../notification/next.ts'
import type { Notification } from '../notification/notification.ts'
import { personErased } from '../notification/person-erased.ts'
import { tooLate } from '../notification/too-late.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import type { ReliedOn } from '../record/recipient/relied-on.ts'
import type { Clearance } from './ask-clearance.ts'

/** What one invocation of `send` was asked: the decision, its task's token, and a random mark of its own. */
export interface Order {
  readonly next: SendNext
  readonly taskToken: string
  readonly mark: string
  readonly startedAt: Date
  /** What policy says of it now; left out where number and text are gone: somebody may have had them erased since it was decided to send. */
  readonly ask?: ((notification: Notification) => Promise<Clearance>) | undefined
}

/**
 * - armed: this invocation calls the carrier, and nobody else ever does for this attempt
 * - waiting: nothing is to be called; whatever can be settled is settled by the image
 * - started-twice: another invocation of this very task is at work
 * - overtaken: a later attempt exists, so this task has nothing to wait for
 */
export type Arming = 'armed' | 'waiting' | 'started-twice' | 'overtaken'

interface Armed {
  readonly notification: Notification
  /** On whom the arming relies; on nobody where nothing is armed. */
  readonly reliesOn?: readonly ReliedOn[]
  readonly answer: Arming
}

const waitBy = (notification: Notification, { next, taskToken }: Order): Notification => ({
  ...notification,
  waiting: { attempt: next.attempt, token: taskToken },
})

/** The attempt is there already: who armed it, and what is left to do for this task? */
const findArmed = (notification: Notification, order: Order): Armed => {
  const { attempt } = order.next
  if (notification.attempts[attempt - 1]?.mark === order.mark) return { notification, answer: 'armed' }
  if (notification.attempts.length > attempt) return { notification, answer: 'overtaken' }
  if (notification.waiting?.token === order.taskToken) return { notification, answer: 'started-twice' }
  return { notification: waitBy(notification, order), answer: 'waiting' }
}

const refused = (notification: Notification, order: Order, now: Date): Armed | undefined => {
  const waiting = waitBy(notification, order)
  if (notification.outcome !== undefined || notification.attempts.some(isDelivered))
    return { notification: waiting, answer: 'waiting' }
  const ending = calledOff(notification)
  if (ending) return { notification: { ...waiting, stopped: ending }, answer: 'waiting' }
  if (notification.plan === undefined) throw new Fault(`${notification.notificationId} has no plan`)
  if (now >= new Date(notification.plan.validUntil)) {
    return { notification: { ...waiting, stopped: tooLate(notification) }, answer: 'waiting' }
  }
  if (order.ask === undefined) return { notification: { ...waiting, stopped: personErased(notification) }, answer: 'waiting' }
  const last = notification.attempts.at(-1)
  if (notification.attempts.length + 1 !== order.next.attempt)
    throw new Fault(
      `${notification.notificationId} has ${notification.attempts.length} attempts, asked for attempt ${order.next.attempt}`,
    )
  if (last && !last.closed && last.answer?.type !== 'notSent')
    throw new Fault(`attempt ${last.number} of ${notification.notificationId} is still open`)
  return undefined
}

/** What policy says at the last moment: the notification waits until it is asked again, or ends. */
const keptBack = (notification: Notification, { answers, verdict }: Clearance, order: Order): Armed | undefined => {
  if (verdict === 'send') return undefined
  const judged = { ...waitBy(notification, order), policy: [...answers] }
  if ('holdUntil' in verdict)
    return { notification: { ...judged, heldUntil: verdict.holdUntil.toISOString() }, answer: 'waiting' }
  const { outcome, reason } = verdict
  return {
    notification: { ...judged, stopped: { outcome: unknownOr(outcome, notification.attempts), reason } },
    answer: 'waiting',
  }
}

/**
 * Arms the attempt that the decision names, or finds out why it must not be armed. Only the invocation that is told 'armed' may call the
 * carrier; the answer holds for the image that it is written on.
 * Policy is asked last, where nothing else is in the way.
 * @param now from the plan's `validUntil` on nothing is armed
 * Source: design §5 step 1.
 */
export const arm = async (notification: Notification, order: Order, now: Date): Promise<Armed> => {
  const { attempt: number, carrier, waitSeconds } = order.next
  if (notification.attempts.length >= number) return findArmed(notification, order)
  const refusal = refused(notification, order, now)
  if (refusal) return refusal
  const clearance = await order.ask?.(notification)
  const kept = clearance && keptBack(notification, clearance, order)
  if (kept) return kept
  const deadline = new Date(now.getTime() + waitSeconds * 1000).toISOString()
  const attempt = {
    number,
    carrier,
    mark: order.mark,
    armedAt: now.toISOString(),
    deadline,
    status: 'armed',
    closed: false,
  } as const
  const attempts = [...notification.attempts, attempt]
  const policy = clearance && [...clearance.answers]
  const armed = { ...waitBy(notification, order), attempts, policy, heldUntil: undefined }
  return { notification: armed, reliesOn: clearance?.reliesOn, answer: 'armed' }
}
