/** The longest Retry-After that is waited for; a carrier that asks for more is left to itself. */
export const longestRetryAfter = 60

/** Seconds at most before the first, second, … time that a throttling carrier is tried again. */
const caps = [5, 15] as const

/** With no other carrier left, holds double from this on, up to an hour. */
const firstLongHold = 30
const longestHold = 3_600

/**
 * How long a throttled carrier is left alone: as long as it asks for, and full jitter, so that not all come back at once.
 * @param tries how often it has throttled this notification, from 1
 * @param random from 0 to 1
 * @returns whole seconds, at least 1
 * Source: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export const backOffSeconds = (tries: number, random: number, retryAfterSeconds = 0): number => {
  const cap = caps[tries - 1] ?? Math.min(longestHold, firstLongHold * 2 ** (tries - caps.length - 1))
  return Math.max(1, retryAfterSeconds + Math.ceil(random * cap))
}

/** How often the same carrier is tried again after throttling while another carrier is left. */
export const mostThrottledRetries = caps.length

/** Seconds until a phone that is off or out of reach is tried again, for the first time and the second. */
export const absentHolds: readonly number[] = [600, 3_600]

/** No loop is endless: the last of these passes stops, and whoever comes once more has met a fault. */
export const mostPasses = 40
