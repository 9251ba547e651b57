import { Fault } from '../../notification/fault.ts'
import { judgedString } from './judged.ts'
import { type Longest, longestOf } from './longest-of.ts'
import { memoised } from './memoised.ts'

type Read = (value: string) => number | undefined

const hour = 3_600_000
/** Every day of a leap year, for calendars whose months begin on other days. */
const days = Array.from({ length: 366 }, (_, day) => Date.UTC(2028, 0, 1 + day, 10))
const hours = Array.from({ length: 24 }, (_, of) => of * hour)

/**
 * How one of the types of time is told: by Intl, in the locale's own words and calendar.
 * @param style which of day and time are told
 */
export const toldInZone = (style: Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>) => {
  const formatterOf = memoised((locale: string, timeZone: string) => new Intl.DateTimeFormat(locale, { ...style, timeZone }))
  return {
    told: (value: unknown, read: Read, locale: string, zone = 'UTC'): string => {
      const ms = read(judgedString(value))
      if (ms === undefined) throw new Fault('a value had not been judged: it is no time')
      return formatterOf(locale, zone).format(ms)
    },
    /** Of the days that take the most room, the hours that do: neither changes how the other is written. */
    longest: (locale: string, zone = 'UTC'): Longest => {
      const formatter = formatterOf(locale, zone)
      const tell = (ms: number) => formatter.format(ms)
      return longestOf(longestDays(tell).flatMap((day) => hours.map((of) => tell(day + of))))
    },
  }
}

const longestDays = (tell: (ms: number) => string): number[] => {
  const dayOf = new Map(days.map((day) => [tell(day), day] as const))
  const { gsm, any, forcing } = longestOf([...dayOf.keys()])
  return [gsm, any, forcing].flatMap((told) => (told === undefined ? [] : (dayOf.get(told) ?? [])))
}
