import type { CarrierName } from '../notification/carrier-name.ts'
import { type Ending, end } from '../notification/end.ts'
import { Fault } from '../notification/fault.ts'
import { type IndustryKind, isIndustry } from '../notification/kinds.ts'
import type { Next } from '../notification/next.ts'
import type { Notification } from '../notification/notification.ts'
import { type Waits, waitFor } from '../notification/wait.ts'
import type { Planned, Refused } from './make-plan.ts'

export interface Routing {
  /** The order of carriers by kind. */
  readonly carriers: Readonly<Record<IndustryKind, readonly CarrierName[]>>
  readonly waits: Waits
}

interface Decided {
  readonly notification: Notification
  readonly text?: string
  readonly answer: Next
}

const stop = (notification: Notification, ending: Ending, now: Date): Decided => {
  const next = { decision: 'stop', outcome: ending.outcome, reason: ending.reason } as const
  return { notification: end({ ...notification, next }, ending, now), answer: next }
}

/** The first carrier of the kind, or the end when the validity leaves no time for an attempt. */
const sendOrExpire = (notification: Notification, { carriers, waits }: Routing, now: Date): Decided => {
  const { kind, plan, attempts } = notification
  if (kind === undefined || !isIndustry(kind) || plan === undefined) throw new Fault(`${notification.notificationId} has no plan`)
  const carrier = carriers[kind][0]
  if (carrier === undefined) throw new Fault(`${kind} has no carrier`)
  const waitSeconds = waitFor(kind, carrier, plan.validUntil, now, waits)
  if (waitSeconds === undefined) return stop(notification, { outcome: 'expired', reason: 'validity-passed' }, now)
  const next = { decision: 'send', attempt: attempts.length + 1, carrier, awaitReceipt: true, waitSeconds } as const
  return { notification: { ...notification, next }, answer: next }
}

/**
 * What becomes of a notification once it is judged. An outcome and a plan that are there stay: Validate may be asked again.
 * @param made a plan with its text, or the outcome that the request deserves; undefined when the plan is there already
 */
export const decideNext = (
  notification: Notification,
  made: Planned | Refused | undefined,
  routing: Routing,
  now: Date,
): Decided => {
  const { outcome, reason } = notification
  if (outcome !== undefined) return stop(notification, { outcome, reason: reason ?? outcome }, now)
  if (notification.plan !== undefined || made === undefined) return sendOrExpire(notification, routing, now)
  if ('outcome' in made) return stop({ ...notification, kind: made.kind }, made, now)
  const { kind, plan, text } = made
  return { text, ...sendOrExpire({ ...notification, kind, plan }, routing, now) }
}
