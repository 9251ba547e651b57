import { Fault } from '../../notification/fault.ts'
import { lookUp } from '../choose-text.ts'
import { judgedString } from './judged.ts'
import { longestOf } from './longest-of.ts'
import type { Rules, SlotOf } from './rules.ts'

type EnumSlot = SlotOf<'enum'>

/** One of a few names, told by its word in the language of the text, found as texts are found. */
export const enumeration: Rules<EnumSlot> = {
  judge: ({ values }, value) =>
    typeof value === 'string' && Object.hasOwn(values, value) ? undefined : `must be one of ${Object.keys(values).join(', ')}`,
  format: ({ values }, value, locale, defaultLocale) => wordFor(values, judgedString(value), locale, defaultLocale),
  longest: ({ values }, locale, defaultLocale) =>
    longestOf(Object.keys(values).map((name) => wordFor(values, name, locale, defaultLocale))),
}

const wordFor = (values: EnumSlot['values'], name: string, locale: string, defaultLocale: string): string => {
  const words = Object.hasOwn(values, name) ? values[name] : undefined
  const [, word] = (words && lookUp(words, locale, defaultLocale)) ?? []
  if (word === undefined) throw new Fault('an enum slot has no word for a value in the default locale')
  return word.normalize('NFC')
}
