import type { Attempt } from './attempt.ts'
import type { CarrierName } from './carrier-name.ts'
import { type Ending, end } from './end.ts'
import type { Next } from './next.ts'
import type { Notification } from './notification.ts'
import { planned } from './planned.ts'
import type { Routing } from './routing.ts'
import { tooLate } from './too-late.ts'
import { waitFor } from './wait.ts'

/** A decision, and the notification that keeps it. */
export interface Decided {
  readonly notification: Notification
  readonly answer: Next
}

const decided = (notification: Notification, next: Next): Decided => ({ notification: { ...notification, next }, answer: next })

/** To stop: an outcome that is there stays, and is what the workflow is told. */
export const stopped = (notification: Notification, ending: Ending, now: Date): Decided => {
  const ended = end(notification, ending, now)
  const { outcome = ending.outcome, reason = ending.reason } = ended
  return decided(ended, { decision: 'stop', outcome, reason })
}

/** Milliseconds. A clock that is behind the others holds what they let go, and asked again at once it would again, hundreds of times. */
export const shortestHold = 60_000

/**
 * To hold until an instant; then Validate judges anew, and the carrier named here sends. A Wait cuts what is less than a second off its
 * timestamp, so the next whole one counts: it would end too early. What was held as long before has waited in vain, and waits on.
 */
export const held = (notification: Notification, carrier: CarrierName, from: Date, reason?: string): Decided => {
  const { next } = notification
  const again = next?.decision === 'hold' && Date.parse(next.until) >= from.getTime() ? Date.parse(next.until) + shortestHold : 0
  const until = new Date(Math.ceil(Math.max(from.getTime(), again) / 1000) * 1000).toISOString()
  return decided(notification, { decision: 'hold', attempt: notification.attempts.length + 1, carrier, until, reason })
}

/**
 * To hand an attempt to a carrier, and wait for its receipt where the kind does; or to stop where the validity leaves no time for that.
 * @param attempt the next one; another number only where it was decided before and may have been armed since
 */
export const sent = (
  notification: Notification,
  carrier: CarrierName,
  { kinds, waits }: Omit<Routing, 'carriers'>,
  now: Date,
  attempt = notification.attempts.length + 1,
): Decided => {
  const { kind, plan } = planned(notification)
  const policy = kinds[kind]
  const waitSeconds = waitFor(policy, carrier, plan.validUntil, now, waits)
  if (waitSeconds === undefined) return stopped(notification, tooLate(notification), now)
  return decided(notification, { decision: 'send', attempt, carrier, awaitReceipt: policy.awaitsReceipt, waitSeconds })
}

/** To wait on for an attempt that is armed: `send` takes over its wait and calls nobody. */
export const awaited = (notification: Notification, { number, carrier }: Attempt, waitSeconds: number): Decided => {
  const { next } = notification
  const awaitReceipt = next?.decision !== 'send' || next.awaitReceipt // as it was decided when it was armed
  return decided(notification, { decision: 'send', attempt: number, carrier, awaitReceipt, waitSeconds })
}
