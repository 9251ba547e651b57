import { type Attempt, failureOf } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { backOffSeconds, longestRetryAfter, mostThrottledRetries } from './back-off.ts'
import { type FallBack, failuresOf, hold, type Situation, send, stop } from './situation.ts'

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
export const nextCarrier = (situation: Situation, reason: string): FallBack => {
  const isThrottled = (attempt: Attempt | undefined) => attempt !== undefined && failureOf(attempt)?.class === 'throttled'
  const untried = situation.carriers.find((carrier) => lastBy(situation, carrier) === undefined)
  if (untried) return send(situation, untried)
  const throttled = situation.carriers.find((carrier) => isThrottled(lastBy(situation, carrier)))
  return throttled ? hold(situation, throttled, secondsToBackOff(situation, throttled), reason) : stop(situation, reason)
}

/** The same carrier again, unless it asks for too much, was tried often enough, was drained, or the back-off would outlast the validity. */
export const afterThrottling = (situation: Situation, last: Attempt, reason: string): FallBack => {
  const seconds = secondsToBackOff(situation, last.carrier)
  const isPatient =
    !situation.drained.includes(last.carrier) &&
    retryAfterOf(last) <= longestRetryAfter &&
    failuresOf(situation, 'throttled', last.carrier) <= mostThrottledRetries &&
    seconds <= situation.secondsLeft
  return isPatient ? hold(situation, last.carrier, seconds, reason) : nextCarrier(situation, reason)
}
