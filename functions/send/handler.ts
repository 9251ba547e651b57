import * as z from 'zod'
import { SendNext } from '../notification/next.ts'
import { type Notification, NotificationId, type Person } from '../notification/notification.ts'
import { type Dependencies as Meeting, meetReceipts } from '../receipt/meet-receipts.ts'
import type { ReadPerson } from '../record/read-person.ts'
import type { SettleTask } from '../settle/settle.ts'
import { answered } from './answered.ts'
import { arm, type Order } from './arm.ts'
import { type Dependencies as Calling, callCarrier } from './call-carrier.ts'

export interface Dependencies extends Meeting, Calling {
  readonly readPerson: ReadPerson
  readonly settleTask: SettleTask
  readonly newMark: () => string
}

const Input = z.object({ notificationId: NotificationId, next: SendNext, taskToken: z.string().min(1) })

/** Calls the carrier for an attempt that this invocation armed, and keeps its answer first of all. */
const sendArmed = async (
  dependencies: Dependencies,
  armed: Notification,
  { next, startedAt }: Order,
  person: Person | undefined,
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
}

/** Hands one attempt to its carrier, at most once, whatever is started twice, lost or crashed. Source: design §5 steps 1 to 3. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<void> => {
    const { notificationId, next, taskToken } = Input.parse(input)
    const { readPerson, changeNotification, settle, settleTask, newMark, now } = dependencies
    const startedAt = now()
    await dependencies.carriers[next.carrier]?.prepare?.()
    const person = await readPerson(notificationId) // first: a fault here leaves nothing that may have been sent
    const order = { next, taskToken, mark: newMark(), startedAt, hasPerson: person !== undefined }
    const { notification, answer: arming } = await changeNotification(notificationId, (current) => arm(current, order, now()))
    switch (arming) {
      case 'armed':
        return sendArmed(dependencies, notification, order, person)
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
