import { type Attempt, failureOf, isPossiblySent } from '../notification/attempt.ts'
import type { Failure } from '../notification/failure.ts'
import { finalFailure } from '../notification/final-failure.ts'
import { absentHolds, backOffSeconds, mostPasses } from './back-off.ts'
import { afterThrottling, nextCarrier } from './next-carrier.ts'
import { type FallBack, failuresOf, hold, type Situation, stop } from './situation.ts'

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
