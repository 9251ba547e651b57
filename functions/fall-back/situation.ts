import { type Attempt, failureOf } from '../notification/attempt.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import type { Ending } from '../notification/end.ts'
import type { Failure } from '../notification/failure.ts'
import type { KindPolicy } from '../notification/kind-policy.ts'
import { tooLate } from '../notification/too-late.ts'
import { unknownOr } from '../notification/unknown-or.ts'
import type { CarrierOrder } from '../steering/carriers-now.ts'

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

/** The end: `unknown` where an earlier attempt may have arrived. */
export const stop = ({ attempts }: Situation, reason: string): Ending => ({
  outcome: unknownOr('undeliverable', attempts),
  reason,
})

/** To send now, where there is time for it. */
export const send = (situation: Situation, carrier: CarrierName): FallBack =>
  situation.secondsLeft >= 0 ? { send: carrier } : tooLate(situation)

/** To hold, where the text is still of use then; else the end, by the reason that it was to be held for. */
export const hold = (situation: Situation, carrier: CarrierName, seconds: number, reason: string): FallBack =>
  seconds <= situation.secondsLeft ? { holdFor: carrier, seconds, reason } : stop(situation, reason)

/** How many attempts failed by a class, of all or by one carrier. */
export const failuresOf = ({ attempts }: Situation, failureClass: Failure['class'], carrier?: CarrierName) =>
  attempts.filter((attempt) => failureOf(attempt)?.class === failureClass && (carrier ?? attempt.carrier) === attempt.carrier)
    .length
