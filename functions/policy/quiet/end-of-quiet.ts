import type { Temporal } from 'temporal-polyfill'
import { clockAt, quietAt } from './quiet-at.ts'
import type { QuietTimes } from './quiet-hours.ts'

/** Both instants at which a clock may show a time: two where it is turned back. Where it is turned forward over it, it shows it at neither. */
const readings = (day: Temporal.PlainDate, time: string, timeZone: string): number[] =>
  (['earlier', 'later'] as const).map(
    (disambiguation) => day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  )

/**
 * The next instant at which quiet may end: when the hours are over, at midnight, or when the clock is turned, which may leap over
 * either of them, or back out of the evening. From one such instant to the next, a clock that is quiet stays so.
 */
const nextChange = (clock: Temporal.ZonedDateTime, { to }: QuietTimes): number => {
  const { timeZoneId, epochMilliseconds } = clock
  const today = clock.toPlainDate()
  const turned = clock.getTimeZoneTransition('next')
  const changes = [
    ...readings(today, to, timeZoneId),
    ...readings(today.add({ days: 1 }), '00:00', timeZoneId),
    turned?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  ]
  return Math.min(...changes.filter((change) => change > epochMilliseconds))
}

/**
 * When the quiet that a zone is in at an instant is over: that instant where it is in none.
 * @param from milliseconds as `Date` counts them, as are `last` and what is returned
 * @returns infinity where it is not over until `last`
 */
export const endOfQuiet = (from: number, timeZone: string, times: QuietTimes, last: number): number => {
  if (from > last) return Number.POSITIVE_INFINITY
  const clock = clockAt(from, timeZone)
  return quietAt(clock, times) === undefined ? from : endOfQuiet(nextChange(clock, times), timeZone, times, last)
}
