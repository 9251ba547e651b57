import { type Attempt, failureOf, isPossiblySent } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import type { Ending } from '../notification/end.ts'
import type { Failure } from '../notification/failure.ts'
import { finalFailure } from '../notification/final-failure.ts'
import type { KindPolicy } from '../notification/kind-policy.ts'
import { tooLate } from '../notification/too-late.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import type { CarrierOrder } from '../steering/carriers-now.ts'
import { absentHolds, backOffSeconds, longestRetryAfter, mostPasses, mostThrottledRetries } from './back-off.ts'

/** All that the rule knows. */
export interface Situation {
  /** Oldest first. */
  readonly attempts: readonly Attempt[]
  readonly policy: KindPolicy
  /** The kind's carriers, in their order. */
  readonly carriers: CarrierOrder
  /** Those of them that operators have drained. */
  readonly drained: readonly CarrierName[]
  /** Until it is too late to begin an attempt; negative when it is. */
  readonly secondsLeft: number
  /** How often it was decided before. */
  readonly passes: number
  /** From 0 to 1. */
  readonly random: number
}

/** To send by a carrier now, to hold and send by it then, or to stop. */
export type FallBack =
  | { readonly send: CarrierName }
  | { readonly holdFor: CarrierName; readonly seconds: number; readonly reason: string }
  | Ending

const stop = ({ attempts }: Situation, reason: string): Ending => ({ outcome: unknownOr('undeliverable', attempts), reason })

const send = (situation: Situation, carrier: CarrierName): FallBack =>
  situation.secondsLeft >= 0 ? { send: carrier } : tooLate(situation)

const hold = (situation: Situation, carrier: CarrierName, seconds: number, reason: string): FallBack =>
  seconds <= situation.secondsLeft ? { holdFor: carrier, seconds, reason } : stop(situation, reason)

const failuresOf = ({ attempts }: Situation, failureClass: Failure['class'], carrier?: CarrierName) =>
  attempts.filter((attempt) => failureOf(attempt)?.class === failureClass && (carrier ?? attempt.carrier) === attempt.carrier)
    .length

/** What the carrier asked for when it throttled. */
const retryAfterOf = (attempt: Attempt | undefined) =>
  attempt?.answer?.type === 'notSent' ? (attempt.answer.retryAfterSeconds ?? 0) : 0

const lastBy = ({ attempts }: Situation, carrier: CarrierName) => attempts.findLast((attempt) => attempt.carrier === carrier)

const secondsToBackOff = (situation: Situation, carrier: CarrierName) =>
  backOffSeconds(
    failuresOf(situation, 'throttled', carrier),
    situation.random,
    Math.min(longestRetryAfter, retryAfterOf(lastBy(situation, carrier))),
  )

/** The first carrier that was not tried; else one that only throttled, after a back-off; else the end. */
const nextCarrier = (situation: Situation, reason: string): FallBack => {
  const isThrottled = (attempt: Attempt | undefined) => attempt !== undefined && failureOf(attempt)?.class === 'throttled'
  const untried = situation.carriers.find((carrier) => lastBy(situation, carrier) === undefined)
  if (untried) return send(situation, untried)
  const throttled = situation.carriers.find((carrier) => isThrottled(lastBy(situation, carrier)))
  return throttled ? hold(situation, throttled, secondsToBackOff(situation, throttled), reason) : stop(situation, reason)
}

/** The same carrier again, unless it asks for too much, was tried often enough, was drained, or the back-off would outlast the validity. */
const afterThrottling = (situation: Situation, last: Attempt, reason: string): FallBack => {
  const seconds = secondsToBackOff(situation, last.carrier)
  const isPatient =
    !situation.drained.includes(last.carrier) &&
    retryAfterOf(last) <= longestRetryAfter &&
    failuresOf(situation, 'throttled', last.carrier) <= mostThrottledRetries &&
    seconds <= situation.secondsLeft
  return isPatient ? hold(situation, last.carrier, seconds, reason) : nextCarrier(situation, reason)
}

/** A phone that is off may be on again in an hour; a code is of no use by then. */
const afterAbsence = (situation: Situation, { carrier }: Attempt, reason: string): FallBack => {
  const seconds = absentHolds[failuresOf(situation, 'absent') - 1]
  const isWorthIt = seconds !== undefined && situation.policy.validForSeconds >= Math.max(...absentHolds)
  return isWorthIt ? hold(situation, carrier, seconds, reason) : stop(situation, reason)
}

const afterFailure = (situation: Situation, last: Attempt, { class: failureClass, reason }: Failure): FallBack => {
  switch (failureClass) {
    case 'recipient':
    case 'request':
      return stop(situation, reason)
    case 'absent':
      return afterAbsence(situation, last, reason)
    case 'throttled':
      return afterThrottling(situation, last, reason)
    case 'route':
    case 'account':
      return nextCarrier(situation, reason)
    case 'content':
      return failuresOf(situation, 'content') > 1 ? stop(situation, reason) : nextCarrier(situation, reason)
    case 'unclassified':
      if (!situation.policy.resendsOnSilence) return { outcome: 'unknown', reason }
      return failuresOf(situation, 'unclassified') > 1 ? stop(situation, reason) : nextCarrier(situation, reason)
    default:
      return failureClass satisfies never
  }
}

const silenceOf = ({ answer }: Attempt) => (answer?.type === 'unknown' ? answer.reason : answer ? 'no-receipt' : 'no-answer')

const decideAmong = (situation: Situation): FallBack => {
  const { attempts, policy, carriers, passes, random } = situation
  const isLastPass = passes + 1 >= mostPasses
  const last = attempts.at(-1)
  if (last === undefined) {
    const reason = 'not-attempted'
    return isLastPass ? stop(situation, reason) : hold(situation, carriers[0], backOffSeconds(passes + 1, random), reason)
  }
  const failure = finalFailure(attempts) ?? failureOf(last)
  const spent = attempts.filter(isPossiblySent).length >= policy.mostPossiblySent
  const mayGoOn = !spent && !isLastPass && (failure !== undefined || policy.resendsOnSilence)
  if (!mayGoOn) return stop(situation, failure?.reason ?? silenceOf(last))
  return failure ? afterFailure(situation, last, failure) : nextCarrier(situation, silenceOf(last))
}

/**
 * What follows an attempt that failed, stayed silent or is unknown; never throws.
 * A drained carrier is left out, and is chosen from again where all else comes to an end: better a text by one in doubt than none.
 * A kind that does not resend stops at the first silence, no kind has more attempts open than its limit, and the last pass stops.
 * Source: design §5 (classes), §6 (silence and limits by kind).
 */
export const decideFallBack = (situation: Situation): FallBack => {
  const { carriers, drained } = situation
  const [first, ...others] = carriers.filter((carrier) => !drained.includes(carrier))
  const among = first && decideAmong({ ...situation, carriers: [first, ...others] })
  return among === undefined || 'outcome' in among ? decideAmong({ ...situation, drained: [] }) : among
}
