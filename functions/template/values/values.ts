import type { Slot } from '../slot.ts'
import { code } from './code.ts'
import { date } from './date.ts'
import { dateTime } from './date-time.ts'
import { enumeration } from './enumeration.ts'
import type { Longest } from './longest-of.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import type { Rules } from './rules.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { url } from './url.ts'

/** The rules of a slot's type, for this slot; see `Rules` for what each takes and answers. */
export interface Values {
  readonly judge: (value: unknown) => string | undefined
  readonly format: (value: unknown, locale: string, defaultLocale: string) => string
  readonly longest: (locale: string, defaultLocale: string) => Longest
}

/** The only place that knows which rules belong to which type. */
export const valuesOf = (slot: Slot): Values => {
  switch (slot.type) {
    case 'text':
      return bound(text, slot)
    case 'code':
      return bound(code, slot)
    case 'number':
      return bound(number, slot)
    case 'money':
      return bound(money, slot)
    case 'date':
      return bound(date, slot)
    case 'time':
      return bound(time, slot)
    case 'date-time':
      return bound(dateTime, slot)
    case 'url':
      return bound(url, slot)
    case 'enum':
      return bound(enumeration, slot)
    default:
      return slot satisfies never
  }
}

const bound = <OneSlot extends Slot>(rules: Rules<OneSlot>, slot: OneSlot): Values => ({
  judge: (value) => rules.judge(slot, value),
  format: (value, locale, defaultLocale) => rules.format(slot, value, locale, defaultLocale),
  longest: (locale, defaultLocale) => rules.longest(slot, locale, defaultLocale),
})

/** What is wrong with a value for a slot, as what is said of the field; undefined when nothing is. */
export const judge = (slot: Slot, value: unknown): string | undefined => valuesOf(slot).judge(value)

/** A judged value as a person reads it in a locale. */
export const format = (slot: Slot, value: unknown, locale: string, defaultLocale: string): string =>
  valuesOf(slot).format(value, locale, defaultLocale)

const longestBySlot = new WeakMap<Slot, Map<string, Longest>>()

/** The longest that a value of the slot can read in a locale. Found once for each: it may take a year of days to find. */
export const longest = (slot: Slot, locale: string, defaultLocale: string): Longest => {
  const found = longestBySlot.get(slot) ?? new Map<string, Longest>()
  longestBySlot.set(slot, found)
  const key = `${locale} ${defaultLocale}`
  const one = found.get(key) ?? valuesOf(slot).longest(locale, defaultLocale)
  found.set(key, one)
  return one
}
