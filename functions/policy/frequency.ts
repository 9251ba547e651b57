import type { PolicyAnswer } from './policy-answer.ts'

/** How often somebody may be texted: at most so many notifications within so many seconds, wherever that time begins. */
export interface FrequencyWindow {
  readonly most: number
  readonly seconds: number
}

/** A notification of a kind that was armed for a recipient, and when. */
export interface Counted {
  readonly id: string
  /** An instant in ISO 8601. */
  readonly at: string
}

const millisecondsOf = (instant: string) => new Date(instant).getTime()

const newestFirst = (one: Counted, other: Counted) => millisecondsOf(other.at) - millisecondsOf(one.at)

/** When the window lets one more through; in the past where it does so now. */
const allowedFrom = (sorted: readonly Counted[], { most, seconds }: FrequencyWindow): number => {
  const inTheWay = sorted[most - 1]
  return inTheWay === undefined ? 0 : millisecondsOf(inTheWay.at) + seconds * 1000
}

/**
 * Whether a recipient had as many notifications of a kind as there may be.
 * @param notificationId counted before, it does not stand in its own way
 * @returns where it is over, the instant from which one more is allowed
 */
export const frequency = (
  {
    counted,
    windows,
    notificationId,
  }: {
    readonly counted: readonly Counted[]
    readonly windows: readonly FrequencyWindow[]
    readonly notificationId: string
  },
  now: Date,
): PolicyAnswer => {
  const others = counted.filter(({ id }) => id !== notificationId).sort(newestFirst)
  const from = Math.max(0, ...windows.map((window) => allowedFrom(others, window)))
  return from > now.getTime()
    ? { decision: 'stop', rule: 'frequency', reason: 'too-frequent', until: new Date(from).toISOString() }
    : { decision: 'allow', rule: 'frequency', reason: 'rare-enough' }
}

/** Counts a notification, once, and forgets what no window looks at any more. */
export const withCounted = (
  counted: readonly Counted[],
  notificationId: string,
  windows: readonly FrequencyWindow[],
  now: Date,
): readonly Counted[] => {
  const longest = Math.max(0, ...windows.map(({ seconds }) => seconds))
  const isLookedAt = ({ id, at }: Counted) => id !== notificationId && millisecondsOf(at) + longest * 1000 > now.getTime()
  return [...counted.filter(isLookedAt), { id: notificationId, at: now.toISOString() }]
}

/** Forgets a notification of which nothing was sent. */
export const withoutCounted = (counted: readonly Counted[], notificationId: string): readonly Counted[] =>
  counted.filter(({ id }) => id !== notificationId)
