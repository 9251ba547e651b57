import type { Notification } from '../notification/notification.ts'
import { type Dependencies, meetReceipts } from './meet-receipts.ts'

/** Goes to the rendezvous of every accepted attempt: `send` may have died between the carrier's answer and there. */
export const keepAppointments = async (dependencies: Dependencies, { notificationId, attempts }: Notification): Promise<void> => {
  for (const { number, carrier, answer } of attempts) {
    if (answer?.type === 'accepted')
      await meetReceipts(dependencies)({ notificationId, attempt: number }, carrier, answer.messageId)
  }
}
