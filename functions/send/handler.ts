import * as z from 'zod'
import type { Carrier, Sender } from '../carriers/carrier.ts'
import type { Answer, AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { SendNext } from '../notification/next.ts'
import { type Notification, NotificationId, type Person } from '../notification/notification.ts'
import { withAnswer } from '../notification/with-answer.ts'
import { type Dependencies as Meeting, meetReceipts } from '../receipt/meet-receipts.ts'
import type { ReadPerson } from '../record/read-person.ts'
import type { SettleTask } from '../settle/settle.ts'
import { arm } from './arm.ts'

export interface Dependencies extends Meeting {
  readonly readPerson: ReadPerson
  readonly carriers: Readonly<Record<CarrierName, Carrier>>
  readonly senderOf: (notification: Notification, carrier: CarrierName) => Sender
  readonly settleTask: SettleTask
  readonly newMark: () => string
}

const Input = z.object({ notificationId: NotificationId, next: SendNext, taskToken: z.string().min(1) })

/** The text is erased with a code's outcome, and by time. */
const noText: Answer = { type: 'notSent', failure: { class: 'request', reason: 'text-erased' } }

/** Calls the carrier for an attempt that this invocation armed, and keeps its answer first of all. */
const callCarrier = async (dependencies: Dependencies, armed: Notification, { attempt, carrier }: SendNext, person?: Person) => {
  const { carriers, senderOf, changeNotification, settle, now } = dependencies
  const { notificationId } = armed
  const { to, text } = person ?? {}
  const answer = to && text ? await carriers[carrier].send({ to, text, sender: senderOf(armed, carrier) }) : noText
  const { notification } = await changeNotification(notificationId, (notification) => ({
    notification: withAnswer(notification, attempt, answer, now()),
    answer: undefined,
  }))
  await settle(notification)
  const ref: AttemptRef = { notificationId, attempt }
  if (answer.type === 'accepted') await meetReceipts(dependencies)(ref, carrier, answer.messageId)
}

/** Hands one attempt to its carrier, at most once, whatever is started twice, lost or crashed. Source: design §5 steps 1 to 3. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { notificationId, next, taskToken } = Input.parse(input)
    const { readPerson, changeNotification, settle, settleTask, newMark, now } = dependencies
    const order = { next, taskToken, mark: newMark() }
    const person = await readPerson(notificationId) // first: a fault here leaves nothing that may have been sent
    const { notification, answer: arming } = await changeNotification(notificationId, (current) => arm(current, order, now()))
    switch (arming) {
      case 'armed':
        return callCarrier(dependencies, notification, next, person)
      case 'waiting':
        return settle(notification)
      case 'overtaken':
        return settleTask(taskToken, { error: 'NotArmed', cause: 'overtaken' })
      case 'started-twice':
        return
      default:
        return arming satisfies never
    }
  }
