import type { Frequency } from '../notification/kind-policy.ts'
import type { Counted } from './counted.ts'
import type { PolicyAnswer } from './policy-answer.ts'

/** All that the rule knows. */
export interface FrequencyFacts {
  /** Counted before, it does not stand in its own way. */
  readonly notificationId: string
  /** The notifications of the kind that were armed for the recipient lately. */
  readonly counted: readonly Counted[]
  readonly frequency: readonly Frequency[]
}

const rule = 'frequency'

const newestFirst = (one: Counted, other: Counted) => Date.parse(other.at) - Date.parse(one.at)

/** When the window lets one more through; in the past where it does so now. */
const allowedFrom = (sorted: readonly Counted[], { most, seconds }: Frequency): number => {
  const inTheWay = sorted[most - 1]
  return inTheWay === undefined ? 0 : Date.parse(inTheWay.at) + seconds * 1000
}

/**
 * Whether a recipient had as many notifications of a kind as there may be, in every window wherever it begins.
 * @returns where there were as many, the instant from which one more would be allowed
 */
export const judgeFrequency = ({ notificationId, counted, frequency }: FrequencyFacts, now: Date): PolicyAnswer => {
  const others = counted.filter(({ id }) => id !== notificationId).toSorted(newestFirst)
  const from = Math.max(0, ...frequency.map((window) => allowedFrom(others, window)))
  if (from <= now.getTime()) return { decision: 'allow', rule, reason: 'rare-enough' }
  return { decision: 'stop', rule, reason: 'too-frequent', until: new Date(from).toISOString() }
}
