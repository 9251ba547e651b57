import { Temporal } from 'temporal-polyfill'
import { type QuietTimes, weekdays } from './quiet-hours.ts'

/** What the wall clocks of a zone show at an instant, in milliseconds as `Date` counts them. */
export const clockAt = (ms: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)

/** Whether a wall clock shows a quiet time, and if so whether the whole day is quiet. */
export const quietAt = (
  clock: Temporal.ZonedDateTime,
  { from, to, quietDays = [], holidays = [] }: QuietTimes,
): 'quiet-day' | 'quiet-hours' | undefined => {
  const weekday = weekdays[clock.dayOfWeek - 1]
  if (quietDays.some((day) => day === weekday) || holidays.includes(clock.toPlainDate().toString())) return 'quiet-day'
  const time = clock.toPlainTime().toString({ smallestUnit: 'minute' }) // cut off, never rounded: "20:59" until 21:00
  const isQuiet = from < to ? from <= time && time < to : from <= time || time < to
  return isQuiet ? 'quiet-hours' : undefined
}
