import type { AttemptRef } from '../notification/attempt.ts'
import type { Frequency } from '../notification/kind-policy.ts'

/** A notification of a kind that was armed for a recipient, and when. */
export interface Counted {
  readonly id: string
  /** When its first attempt was armed: an instant in ISO 8601. */
  readonly at: string
  /** Its latest attempt; left out by an older version of this code. */
  readonly attempt?: number | undefined
}

/**
 * Counts a notification, once and as of its first attempt, however often it is tried; and forgets what no window looks at any more.
 */
export const withCounted = (
  counted: readonly Counted[],
  { notificationId, attempt }: AttemptRef,
  windows: readonly Frequency[],
  now: Date,
): readonly Counted[] => {
  const longest = Math.max(0, ...windows.map(({ seconds }) => seconds))
  const isLookedAt = ({ at }: Counted) => Date.parse(at) + longest * 1000 > now.getTime()
  const { at } = counted.find(({ id }) => id === notificationId) ?? { at: now.toISOString() }
  const others = counted.filter((one) => one.id !== notificationId && isLookedAt(one))
  return [...others, { id: notificationId, at, attempt }].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

/** Forgets a notification of which nothing was sent, but where a later attempt has counted it again. */
export const withoutCounted = (counted: readonly Counted[], { notificationId, attempt: last }: AttemptRef): readonly Counted[] =>
  counted.filter(({ id, attempt = last }) => id !== notificationId || attempt !== last)
