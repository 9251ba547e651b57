import * as z from 'zod'
import { CountryCode } from '../../notification/country-code.ts'
import { readDay, readTimeOfDay } from '../../template/values/instant.ts'

/** In the order of ISO 8601: Monday is the first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const TimeOfDay = z.string().refine((time) => readTimeOfDay(time) !== undefined, 'must be a time like 21:00')
const Day = z.string().refine((day) => readDay(day) !== undefined, 'must be a day like 2026-12-25')
const eachOnce = (items: readonly string[]) => new Set(items).size === items.length

/** When nobody is disturbed, by the recipient's wall clock. */
export const QuietTimes = z
  .strictObject({
    /** The first quiet minute, e.g. "21:00"; later than `to`, the night begins the day before. */
    from: TimeOfDay,
    /** The first minute that is quiet no more, e.g. "08:00". */
    to: TimeOfDay,
    /** Quiet from midnight to midnight, e.g. ["sunday"]. */
    quietDays: z
      .array(z.enum(weekdays))
      .max(weekdays.length - 1, 'must leave a day of the week')
      .refine(eachOnce, 'must name each day once')
      .optional(),
    /** As quiet as those; by date, since most move: each year needs its own. */
    holidays: z.array(Day).refine(eachOnce, 'must name each day once').optional(),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must not be the time of from' })
export type QuietTimes = Readonly<z.infer<typeof QuietTimes>>

/** A function's environment holds 4 KB in all. */
const mostCharacters = 2_000

/** A deployment's quiet times by country; what a country says replaces the default whole. */
export const QuietHours = z
  .strictObject({
    default: QuietTimes,
    /** By ISO 3166-1 alpha-2. */
    countries: z.record(CountryCode, QuietTimes),
  })
  .refine((quietHours) => JSON.stringify(quietHours).length <= mostCharacters, {
    message: `must be at most ${mostCharacters} characters as JSON`,
  })
export type QuietHours = Readonly<z.infer<typeof QuietHours>>

export const quietTimesOf = ({ default: usual, countries }: QuietHours, country: string): QuietTimes =>
  countries[country] ?? usual
