import { holdsHiddenCharacter } from './holds-hidden-character.ts'
import { holdsLink } from './holds-link.ts'
import type { Slot } from './slot.ts'

/**
 * What is wrong with a value for a slot, first of all reasons, as what is said of the field; undefined when nothing is.
 * The sentence never quotes the value. Linear in the length of the value, and a value far too long is not read at all.
 * @param value as the requester gave it; only strings are values, since 0123 and 4711.0 are not what a person would read
 * Source: design §7.
 */
export const judgeValue = (slot: Slot, value: unknown): string | undefined => {
  if (typeof value !== 'string') return 'must be a string, numbers too'
  switch (slot.type) {
    case 'text':
      return judgeWords(slot.maxLength, value)
    case 'code':
      return value.length === slot.length && /^[0-9]+$/.test(value) ? undefined : `must be exactly ${slot.length} digits`
    default:
      return slot satisfies never
  }
}

const judgeWords = (maxLength: number, value: string): string | undefined => {
  if (value.length > maxLength * mostComposed) return tooLong(maxLength)
  const text = value.normalize('NFC')
  if (text.trim() === '') return 'is blank'
  if (text.length > maxLength) return tooLong(maxLength)
  if (!text.isWellFormed()) return 'holds half a surrogate pair'
  if (holdsHiddenCharacter(text)) return 'holds a control, zero-width or bidirectional character'
  if (holdsLink(text)) return 'holds a link, or what a phone would show as one (a full stop between letters)'
  return undefined
}

/** NFC makes one unit of at most four. */
const mostComposed = 4

const tooLong = (maxLength: number) => `is longer than ${maxLength} characters`
