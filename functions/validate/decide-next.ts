import { isUnderWay } from '../notification/attempt.ts'
import { calledOff } from '../notification/called-off.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { type Decided, held, sent, stopped } from '../notification/decided.ts'
import { finalFailure } from '../notification/final-failure.ts'
import type { Notification } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import type { Routing } from '../notification/routing.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import type { Judgement } from '../policy/judge-policy.ts'
import { carriersNow } from '../steering/carriers-now.ts'
import type { Drain } from '../steering/drain.ts'
import { withDrained } from '../steering/with-drained.ts'
import type { Planned, Refused } from './make-plan.ts'

/** A decision, with the text where it was rendered just now. */
export interface Judged extends Decided {
  readonly text?: string
}

/** How a deployment sends, and what operators have said of the carriers meanwhile. */
export interface SteeredRouting extends Routing {
  readonly drains: readonly Drain[]
}

/**
 * What was decided before a hold, or before a reply was lost, stays: carrier and number. At first, and as long as nothing was attempted, the
 * first carrier of the kind. One that was drained during a hold gives way to the first that was not tried.
 */
const attemptFor = (notification: Notification, { carriers: orders, drains }: SteeredRouting, now: Date) => {
  const { next, attempts } = notification
  if (next?.decision === 'send') return next
  const { kind, plan } = planned(notification)
  const { carriers, drained } = carriersNow(orders[kind], drains, plan.country, now)
  if (next?.decision !== 'hold' || attempts.length === 0) return { carrier: carriers[0], attempt: 1, drained }
  const isUntried = (carrier: CarrierName) => attempts.every((attempt) => attempt.carrier !== carrier)
  const other = drained.includes(next.carrier) ? carriers.find(isUntried) : undefined
  return { carrier: other ?? next.carrier, attempt: next.attempt, drained }
}

/** What policy says of a plan. */
export type AskPolicy = (notification: Notification) => Promise<Judgement>

/** To send, to hold until policy lets it go, or to end, as policy says. */
const goOn = async (notification: Notification, ask: AskPolicy, routing: SteeredRouting, now: Date): Promise<Decided> => {
  const { carrier, attempt, drained } = attemptFor(notification, routing, now)
  const isArmed = notification.attempts.length >= attempt // while this was repeated: it is under way
  if (isArmed) return withDrained(sent(notification, carrier, routing, now, attempt), drained)
  const { answers, verdict } = await ask(notification)
  const judged = { ...notification, policy: [...answers] }
  if (verdict === 'send') return withDrained(sent(judged, carrier, routing, now, attempt), drained)
  if ('holdUntil' in verdict) return withDrained(held(judged, carrier, verdict.holdUntil, verdict.reason), drained)
  return stopped(judged, { ...verdict, outcome: unknownOr(verdict.outcome, notification.attempts) }, now)
}

/**
 * What becomes of a notification once it is judged. An outcome and a plan that are there stay: Validate is asked again after a
 * hold, and may be repeated.
 * @param made a plan with its text, or the outcome that the request deserves; undefined when the plan is there and still allowed
 */
export const decideNext = async (
  notification: Notification,
  made: Planned | Refused | undefined,
  ask: AskPolicy,
  routing: SteeredRouting,
  now: Date,
): Promise<Judged> => {
  const { outcome, reason, attempts } = notification
  if (outcome !== undefined) return stopped(notification, { outcome, reason: reason ?? outcome }, now)
  const unwanted = calledOff(notification)
  if (unwanted && !attempts.some(isUnderWay)) return stopped(notification, unwanted, now)
  const failure = finalFailure(attempts) // told during a hold
  if (failure) return stopped(notification, { outcome: unknownOr('undeliverable', attempts), reason: failure.reason }, now)
  if (made === undefined) return goOn(notification, ask, routing, now)
  if ('outcome' in made) {
    const ending = { ...made, outcome: unknownOr(made.outcome, attempts) }
    return stopped({ ...notification, kind: made.kind ?? notification.kind }, ending, now)
  }
  if (notification.plan !== undefined) return goOn(notification, ask, routing, now)
  const { kind, plan, text } = made
  return { text, ...(await goOn({ ...notification, kind, plan }, ask, routing, now)) }
}
