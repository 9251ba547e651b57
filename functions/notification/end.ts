import { isDelivered } from './attempt.ts'
import type { Notification } from './notification.ts'
import type { Outcome } from './outcome.ts'

/** An outcome and its reason, a code such as "opted-out"; `explanation` says it in a sentence without values. */
export interface Ending {
  readonly outcome: Outcome
  readonly reason: string
  readonly explanation?: string
}

/** Ends the notification. An outcome that is there stays, but for a delivery, which rises above every other. */
export const end = (notification: Notification, ending: Ending, now: Date): Notification => {
  const delivered = notification.attempts.some(isDelivered)
  if (notification.outcome === 'delivered' || (notification.outcome !== undefined && !delivered)) return notification
  const isByReceipt = delivered && ending.outcome !== 'delivered'
  const { outcome, reason, explanation }: Ending = isByReceipt ? { outcome: 'delivered', reason: 'receipt' } : ending
  return { ...notification, outcome, reason, explanation, endedAt: now.toISOString() }
}
