import type { AttemptRef } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { withAnswer } from '../notification/with-answer.ts'
import type { KeepRendezvous } from '../record/rendezvous.ts'
import { type Dependencies as Taking, takeReceipt } from './take-receipt.ts'

export interface Dependencies extends Taking {
  readonly keepRendezvous: KeepRendezvous
}

export type MeetReceipts = (attempt: AttemptRef, carrier: CarrierName, messageId: string) => Promise<void>

/**
 * Goes to the rendezvous of an accepted message and takes the receipts that came before it. A message id that another attempt
 * has is no answer at all: whose text it is, nobody can tell any more.
 */
export const meetReceipts =
  ({ keepRendezvous, ...taking }: Dependencies): MeetReceipts =>
  async (attempt, carrier, messageId) => {
    const { changeNotification, settle, now } = taking
    const parked = await keepRendezvous(carrier, messageId, attempt, now())
    if (parked !== 'taken') {
      for (const receipt of parked) await takeReceipt(taking)(attempt, receipt)
      return
    }
    const unknown = { type: 'unknown', reason: 'message-id-seen-before' } as const
    const { notification } = await changeNotification(attempt.notificationId, (notification) => ({
      notification: withAnswer(notification, attempt.attempt, unknown, now()),
      answer: undefined,
    }))
    await settle(notification)
  }
