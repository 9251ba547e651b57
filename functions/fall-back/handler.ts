import * as z from 'zod'
import { end } from '../notification/end.ts'
import { Fault } from '../notification/fault.ts'
import type { Next } from '../notification/next.ts'
import { type Notification, NotificationId } from '../notification/notification.ts'
import { withClosedAttempts } from '../notification/with-closed-attempts.ts'
import { type Dependencies as Meeting, meetReceipts } from '../receipt/meet-receipts.ts'
import type { ReadNotification } from '../record/read-notification.ts'
import { decideFallBack } from './decide-fall-back.ts'

export interface Dependencies extends Meeting {
  readonly readNotification: ReadNotification
}

const Input = z.object({ notificationId: NotificationId })

/** No loop is endless: whoever comes more often has met a fault, and Close ends it. */
const mostPasses = 40

/** `send` may have died between the carrier's answer and the rendezvous. */
const keepAppointments = async (dependencies: Dependencies, { notificationId, attempts }: Notification) => {
  for (const { number, carrier, answer } of attempts) {
    if (answer?.type === 'accepted')
      await meetReceipts(dependencies)({ notificationId, attempt: number }, carrier, answer.messageId)
  }
}

const decide = (notification: Notification, now: Date): { notification: Notification; answer: Next } => {
  if (notification.passes >= mostPasses) throw new Fault(`${notification.notificationId} fell back ${mostPasses} times`)
  const closed = withClosedAttempts(notification)
  const { outcome, reason } = decideFallBack(closed)
  const next: Next = { decision: 'stop', outcome, reason }
  return { notification: end({ ...closed, next, passes: closed.passes + 1 }, { outcome, reason }, now), answer: next }
}

/** Decides what follows a failed or silent attempt, on what is known now, and writes it on the condition that it still is. */
export const createHandler =
  (dependencies: Dependencies) =>
  async (input: unknown): Promise<Next> => {
    const { notificationId } = Input.parse(input)
    const { changeNotification, readNotification, now } = dependencies
    await keepAppointments(dependencies, await readNotification(notificationId))
    const { answer } = await changeNotification(notificationId, (current) => decide(current, now()))
    return answer
  }
