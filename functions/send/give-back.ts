import { type AttemptRef, isPossiblySent } from '../notification/attempt.ts'
import type { Kinds } from '../notification/kinds.ts'
import type { Notification } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import type { GiveBackParts, Reservation } from '../record/budget/reserve-parts.ts'
import type { ForgetCounted } from '../record/recipient/forget-counted.ts'

export interface Dependencies {
  readonly giveBackParts: GiveBackParts
  readonly forgetCounted: ForgetCounted
  readonly kinds: Kinds
}

/** Gives back what an attempt was counted for, of which nothing was sent: parts of the budget, and a place in its recipient's windows. */
export const giveBack = async (
  { giveBackParts, forgetCounted, kinds }: Dependencies,
  notification: Notification,
  attempt: AttemptRef,
  reservation: Reservation | undefined,
  recipientHash: string | undefined,
): Promise<void> => {
  if (reservation) await giveBackParts(reservation)
  const { kind } = planned(notification)
  const isCounted = kinds[kind].frequency.length > 0 && !notification.attempts.some(isPossiblySent)
  if (recipientHash !== undefined && isCounted) await forgetCounted(recipientHash, kind, attempt)
}
