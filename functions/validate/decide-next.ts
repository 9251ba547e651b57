import { calledOff } from '../notification/called-off.ts'
import { type Decided, sent, stopped } from '../notification/decided.ts'
import { finalFailure } from '../notification/final-failure.ts'
import type { Notification } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import type { Routing } from '../notification/routing.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import type { Planned, Refused } from './make-plan.ts'

/** A decision, with the text where it was rendered just now. */
export interface Judged extends Decided {
  readonly text?: string
}

/** What was decided before a hold, or before a reply was lost, stays: carrier and number. At first, the first carrier of the kind. */
const attemptFor = (notification: Notification, { carriers }: Routing) => {
  const { next } = notification
  if (next !== undefined && next.decision !== 'stop') return next
  return { carrier: carriers[planned(notification).kind][0], attempt: 1 }
}

const goOn = (notification: Notification, routing: Routing, now: Date): Decided => {
  const { carrier, attempt } = attemptFor(notification, routing)
  return sent(notification, carrier, routing, now, attempt)
}

/**
 * What becomes of a notification once it is judged. An outcome and a plan that are there stay: Validate is asked again after a
 * hold, and may be repeated.
 * @param made a plan with its text, or the outcome that the request deserves; undefined when the plan is there and still allowed
 */
export const decideNext = (
  notification: Notification,
  made: Planned | Refused | undefined,
  routing: Routing,
  now: Date,
): Judged => {
  const { outcome, reason, attempts } = notification
  if (outcome !== undefined) return stopped(notification, { outcome, reason: reason ?? outcome }, now)
  const unwanted = calledOff(notification)
  if (unwanted) return stopped(notification, unwanted, now)
  const failure = finalFailure(attempts) // told during a hold
  if (failure) return stopped(notification, { outcome: unknownOr('undeliverable', attempts), reason: failure.reason }, now)
  if (made === undefined) return goOn(notification, routing, now)
  if ('outcome' in made) {
    const ending = { ...made, outcome: unknownOr(made.outcome, attempts) }
    return stopped({ ...notification, kind: made.kind ?? notification.kind }, ending, now)
  }
  if (notification.plan !== undefined) return goOn(notification, routing, now)
  const { kind, plan, text } = made
  return { text, ...goOn({ ...notification, kind, plan }, routing, now) }
}
