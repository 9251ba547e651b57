import * as z from 'zod'
import { holdsHiddenCharacter } from './holds-hidden-character.ts'
import { holdsLink } from './holds-link.ts'
import { isSlotName, slotNameRule } from './is-slot-name.ts'
import { Locale } from './locale.ts'
import { recordOfAtMost, templateLimits } from './template-limits.ts'

/** Which characters the words of a text slot may have. */
export const textCharacters = ['any', 'gsm', 'identifier'] as const

/** Also the names that Intl knows and does not list, like Asia/Kolkata; an offset such as +01:00 is no name, and knows no summer. */
const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
const Zone = z.string().max(64).refine(isZone, 'must be a time zone by its IANA name, like Europe/Berlin or UTC')

const knownCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const Currency = z.string().refine((code) => knownCurrencies.has(code), 'must be a currency by its ISO 4217 code, like EUR')
const Money = z.strictObject({ minorUnits: z.int().min(0), currency: z.string() })

const Host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a host in lower case, like shop.example')

const Decimals = z.int().min(0).max(6)
/** Beyond it a whole number is no longer exact. */
const safe = Number.MAX_SAFE_INTEGER
/** Ten thousand million dollars: a larger amount is a mistake, and could not be written exactly to its last cent. */
const mostMinorUnits = 1e12

const ValueName = z.string().refine(isSlotName, slotNameRule)

const isPlain = (word: string) => word.trim() === word && word.isWellFormed() && !holdsHiddenCharacter(word) && !holdsLink(word)
const Word = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(100)
  .refine(isPlain, 'must not begin or end with white space, nor hold a link or a hidden character')

/**
 * Words of the requester's, like a name or an order number.
 * `maxLength` is in UTF-16 units after NFC, as a phone counts them: an emoji is two.
 */
const TextSlot = z.strictObject({
  type: z.literal('text'),
  maxLength: z.int().min(1).max(500),
  /** `identifier`: letters A–Z, digits, blanks and `-_./#`; `gsm`: what GSM 03.38 knows, and typography that is made plain; `any`: all that is no link and can be seen. */
  characters: z.enum(textCharacters).optional(),
  example: z.string(),
})

/** A one-time code: exactly so many digits, leading zeros included. */
const CodeSlot = z.strictObject({ type: z.literal('code'), length: z.int().min(4).max(10), example: z.string() })

/** A JSON number, written as the locale writes it. */
const NumberSlot = z.strictObject({
  type: z.literal('number'),
  min: z.number().min(-safe).max(safe),
  max: z.number().min(-safe).max(safe),
  /** Digits after the decimal separator, always as many. */
  decimals: Decimals.optional(),
  example: z.number(),
})

/** An amount in minor units of its currency, e.g. { minorUnits: 4990, currency: 'EUR' }, written as the locale writes it. */
const MoneySlot = z.strictObject({
  type: z.literal('money'),
  /** ISO 4217, those that may come. */
  currencies: z.array(Currency).min(1),
  /** The most of any of them. */
  maxMinorUnits: z.int().min(1).max(mostMinorUnits),
  example: Money,
})

/** A day, "2026-11-24". With a zone, an instant instead ("2026-11-24T13:00:00Z"), told as the day it is there. */
const DateSlot = z.strictObject({ type: z.literal('date'), zone: Zone.optional(), example: z.string() })

/** A time of day, "14:00". With a zone, an instant instead, told as the time it is there. */
const TimeSlot = z.strictObject({ type: z.literal('time'), zone: Zone.optional(), example: z.string() })

/** An instant, told as day and time in its zone. */
const DateTimeSlot = z.strictObject({ type: z.literal('date-time'), zone: Zone, example: z.string() })

/** The only type that lets a link in: https, to these hosts and no others. */
const UrlSlot = z.strictObject({
  type: z.literal('url'),
  hosts: z.array(Host).min(1),
  maxLength: z.int().min(12).max(500),
  example: z.string(),
})

/** One of a few words, each told in the recipient's language. */
const EnumSlot = z.strictObject({
  type: z.literal('enum'),
  /** By value, the words by locale, e.g. { gold: { en: 'Gold', de: 'Gold' } }. */
  values: recordOfAtMost(templateLimits.enumValues, ValueName, recordOfAtMost(templateLimits.texts, Locale, Word)),
  example: z.string(),
})

/** What a template says of one of its slots; the example serves previews and checks and must itself be a legal value. */
export const Slot = z.discriminatedUnion('type', [
  TextSlot,
  CodeSlot,
  NumberSlot,
  MoneySlot,
  DateSlot,
  TimeSlot,
  DateTimeSlot,
  UrlSlot,
  EnumSlot,
])
export type Slot = z.infer<typeof Slot>
