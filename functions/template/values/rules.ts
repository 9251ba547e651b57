import type { Slot } from '../slot.ts'
import type { Longest } from './longest-of.ts'

export type SlotOf<Type extends Slot['type']> = Extract<Slot, { type: Type }>

/** What is known of the values of one type of slot. Every file beside this one holds the rules of one type. */
export interface Rules<OneSlot extends Slot> {
  /**
   * What is wrong with a value, first of all reasons, as what is said of the field; undefined when nothing is.
   * The sentence never quotes the value. Linear in the value's length, and what is far too long is not read at all.
   * @param value as it came in JSON; nothing that it inherits counts
   */
  readonly judge: (slot: OneSlot, value: unknown) => string | undefined
  /**
   * The value as a person reads it, in NFC.
   * @param value that was judged; another is a fault
   * @param locale of the text it stands in, e.g. "de"
   * @param defaultLocale of the template
   */
  readonly format: (slot: OneSlot, value: unknown, locale: string, defaultLocale: string) => string
  /** The longest that `format` answers for any legal value, or as long as that. */
  readonly longest: (slot: OneSlot, locale: string, defaultLocale: string) => Longest
}
