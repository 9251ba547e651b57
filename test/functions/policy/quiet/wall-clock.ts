import { type QuietTimes, weekdays } from '../../../../functions/policy/quiet/quiet-hours.ts'

/** Swedish writes time as ISO 8601 does: "2026-11-24 08:00". Temporal is not asked: it is what these tests judge. */
const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formatters.set(timeZone, formatter)
  return formatter
}

/** What the clocks of a zone show, as Intl tells it, e.g. "2026-11-24 08:00". */
export const wallClock = (ms: number, timeZone: string): string => formatterOf(timeZone).format(ms)

/** How far a zone's clocks are ahead of UTC, in milliseconds, to the minute. */
const offsetAt = (ms: number, timeZone: string): number =>
  Date.parse(`${wallClock(ms, timeZone).replace(' ', 'T')}Z`) - Math.floor(ms / 60_000) * 60_000

/** Whether a zone is quiet at an instant, by what its clocks show. */
const isQuiet = (ms: number, timeZone: string, { from, to, quietDays = [], holidays = [] }: QuietTimes): boolean => {
  const [day = '', time = ''] = wallClock(ms, timeZone).split(' ')
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]
  const isNight = from > to
  const isInHours = isNight ? !(time >= to && time < from) : time >= from && time < to
  return isInHours || holidays.includes(day) || quietDays.some((quiet) => quiet === weekday)
}

export const isQuietSomewhere = (ms: number, timeZones: readonly string[], times: QuietTimes): boolean =>
  timeZones.some((timeZone) => isQuiet(ms, timeZone, times))

const week = 7 * 86_400_000

const turnBetween = (start: number, end: number, timeZone: string): number => {
  if (end - start <= 60_000) return end
  const middle = Math.floor((start + end) / 120_000) * 60_000
  const isBefore = offsetAt(middle, timeZone) === offsetAt(start, timeZone)
  return isBefore ? turnBetween(middle, end, timeZone) : turnBetween(start, middle, timeZone)
}

/** When a zone's clocks are turned, from one year's beginning to another's. */
export const turns = (timeZone: string, firstYear: number, lastYear: number): number[] => {
  const starts = Array.from(
    { length: Math.ceil((Date.UTC(lastYear, 0) - Date.UTC(firstYear, 0)) / week) },
    (_, number) => Date.UTC(firstYear, 0) + number * week,
  )
  return starts
    .filter((start) => offsetAt(start, timeZone) !== offsetAt(start + week, timeZone))
    .map((start) => turnBetween(start, start + week, timeZone))
}
