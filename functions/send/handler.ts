import * as z from 'zod'
import { SendNext } from '../notification/next.ts'
import { type Notification, NotificationId, type Person } from '../notification/notification.ts'
import { type Dependencies as Meeting, meetReceipts } from '../receipt/meet-receipts.ts'
import type { Reservation } from '../record/budget/reserve-parts.ts'
import type { ReadNotification } from '../record/read-notification.ts'
import type { ReadPerson } from '../record/read-person.ts'
import type { SettleTask } from '../settle/settle.ts'
import { answered } from './answered.ts'
import { arm, type Order } from './arm.ts'
import { type Dependencies as Asking, askClearance } from './ask-clearance.ts'
import { type Dependencies as Calling, callCarrier } from './call-carrier.ts'
import { type Dependencies as GivingBack, giveBack } from './give-back.ts'
import { type Dependencies as Holding, holdBudget } from './hold-budget.ts'

export interface Dependencies extends Meeting, Calling, Asking, Holding, GivingBack {
  readonly readNotification: ReadNotification
  readonly readPerson: ReadPerson
  readonly settleTask: SettleTask
  readonly newMark: () => string
}

const Input = z.object({ notificationId: NotificationId, next: SendNext, taskToken: z.string().min(1) })

/** What an attempt was counted for while it was armed. */
interface Counted {
  readonly reservation: Reservation | undefined
  readonly recipientHash: string | undefined
}

/** Calls the carrier for an attempt that this invocation armed, and keeps its answer first of all. */
const sendArmed = async (
  dependencies: Dependencies,
  armed: Notification,
  { next, startedAt }: Order,
  person: Person | undefined,
  { reservation, recipientHash }: Counted,
) => {
  const { changeNotification, settle, now } = dependencies
  const { notificationId } = armed
  const { attempt: number, carrier } = next
  const attempt = { notificationId, attempt: number }
  const answer = await callCarrier(dependencies, armed, { attempt, carrier }, person, startedAt, now())
  const { notification } = await changeNotification(notificationId, (current) => ({
    notification: answered(current, next, answer, now()),
    answer: undefined,
  }))
  await settle(notification)
  if (answer.type === 'accepted') await meetReceipts(dependencies)(attempt, carrier, answer.messageId)
  if (answer.type === 'notSent') await giveBack(dependencies, notification, attempt, reservation, recipientHash)
}

/** Parts of the budget, where there is somebody to text and an attempt to arm. */
const reservationFor = async (dependencies: Dependencies, id: string, next: SendNext, person: Person | undefined) => {
  const notification = await dependencies.readNotification(id)
  if (person === undefined || notification.attempts.length >= next.attempt) return undefined
  return holdBudget(dependencies, notification, next.carrier, dependencies.now())
}

/** Hands one attempt to its carrier, at most once, whatever is started twice, lost or crashed. Source: design §5 steps 1 to 3. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { notificationId, next, taskToken } = Input.parse(input)
    const { readPerson, changeNotification, giveBackParts, settle, settleTask, newMark, now } = dependencies
    const startedAt = now()
    await dependencies.carriers[next.carrier]?.prepare?.()
    const person = await readPerson(notificationId) // first: a fault here leaves nothing that may have been sent
    const reservation = await reservationFor(dependencies, notificationId, next, person)
    const ask =
      person && ((current: Notification) => askClearance(dependencies, current, person, reservation !== undefined, now()))
    const order = { next, taskToken, mark: newMark(), startedAt, ask }
    const arming = await changeNotification(notificationId, (current) => arm(current, order, now()))
    const { notification, reliesOn } = arming
    if (reservation && arming.answer !== 'armed') await giveBackParts(reservation)
    switch (arming.answer) {
      case 'armed':
        return sendArmed(dependencies, notification, order, person, {
          reservation,
          recipientHash: reliesOn?.[0]?.before.recipientHash,
        })
      case 'waiting':
        return settle(notification)
      case 'overtaken':
        return settleTask(taskToken, { error: 'NotArmed', cause: 'overtaken' })
      case 'started-twice':
        return
      default:
        return arming.answer satisfies never
    }
  }
