import { type Attempt, attemptStatuses, isDelivered } from './attempt.ts'
import { end } from './end.ts'
import { strongerFailure } from './failure.ts'
import { Fault } from './fault.ts'
import type { Notification } from './notification.ts'
import { evidences, type Price, type Receipt } from './receipt.ts'

const higher = <T>(order: readonly T[], a: T, b: T): T => (order.indexOf(a) >= order.indexOf(b) ? a : b)

const greatest = (a: number | undefined, b: number | undefined) => (a === undefined ? b : b === undefined ? a : Math.max(a, b))

const highestEvidence = (a: Attempt['evidence'], b: Attempt['evidence']) =>
  a === undefined ? b : b === undefined ? a : higher(evidences, a, b)

/** By amount; the currency only decides between equal ones. */
const isDearer = (a: Price, b: Price) => a.amount > b.amount || (a.amount === b.amount && a.currency > b.currency)

const dearest = (a: Attempt['price'], b: Attempt['price']) => (a === undefined || (b !== undefined && isDearer(b, a)) ? b : a)

/** What an attempt becomes by a receipt: the same whatever the order, repetition or contradiction of receipts. */
const mergeAttempt = (attempt: Attempt, receipt: Receipt, now: Date): Attempt => {
  const status = higher(attemptStatuses, attempt.status, receipt.status)
  return {
    ...attempt,
    status,
    evidence: highestEvidence(attempt.evidence, receipt.evidence),
    failure: strongerFailure(attempt.failure, receipt.failure),
    parts: greatest(attempt.parts, receipt.parts),
    price: dearest(attempt.price, receipt.price),
    deliveredAt: status === 'delivered' ? (attempt.deliveredAt ?? now.toISOString()) : undefined,
  }
}

const same = (a: Attempt, b: Attempt) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Merges one receipt into its attempt. A delivery ends the notification as delivered at once, also over another outcome.
 * @param number of the attempt that the receipt is about
 * @returns the very same notification when the receipt says nothing new
 * Source: design §5 step 5.
 */
export const merge = (notification: Notification, number: number, receipt: Receipt, now: Date): Notification => {
  const before = notification.attempts[number - 1]
  if (before === undefined) throw new Fault(`${notification.notificationId} has no attempt ${number}`)
  const after = mergeAttempt(before, receipt, now)
  if (same(before, after)) return notification
  const merged = { ...notification, attempts: notification.attempts.with(number - 1, after) }
  return isDelivered(after) ? end(merged, { outcome: 'delivered', reason: 'receipt' }, now) : merged
}
