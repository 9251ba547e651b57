import type { AttemptRef } from '../notification/attempt.ts'
import { merge } from '../notification/merge.ts'
import type { Receipt } from '../notification/receipt.ts'
import type { ChangeNotification } from '../record/change-notification.ts'
import type { StoreReceipt } from '../record/store-receipt.ts'
import type { Settle } from '../settle/settle.ts'
import { withEvidence } from './with-evidence.ts'

export interface Dependencies {
  readonly storeReceipt: StoreReceipt
  readonly changeNotification: ChangeNotification
  readonly settle: Settle
  /** Countries whose networks report nothing from handsets. */
  readonly networkOnly: readonly string[]
  readonly now: () => Date
}

export type TakeReceipt = (attempt: AttemptRef, receipt: Receipt) => Promise<void>

/**
 * Keeps a receipt as a fact, merges it, and resumes the workflow if that is the end of its wait. A repeated receipt goes the
 * same way: the first time may have died half-way.
 */
export const takeReceipt =
  ({ storeReceipt, changeNotification, settle, networkOnly, now }: Dependencies): TakeReceipt =>
  async (attempt, receipt) => {
    await storeReceipt(attempt, receipt, now())
    const { notification } = await changeNotification(attempt.notificationId, (notification) => ({
      notification: merge(notification, attempt.attempt, withEvidence(receipt, notification.plan?.country, networkOnly), now()),
      answer: undefined,
    }))
    await settle(notification)
  }
