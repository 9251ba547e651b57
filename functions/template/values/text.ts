import { septetsOf } from '../../text/gsm-03-38.ts'
import { normalise } from '../../text/normalise.ts'
import { holdsHiddenCharacter } from '../holds-hidden-character.ts'
import { holdsLink } from '../holds-link.ts'
import { isDigit } from './is-shaped.ts'
import { judgedString } from './judged.ts'
import { longestOf } from './longest-of.ts'
import type { Rules, SlotOf } from './rules.ts'

type TextSlot = SlotOf<'text'>
type Characters = NonNullable<TextSlot['characters']>

/** Words of the requester's. They are measured, and sent, in NFC. */
export const text: Rules<TextSlot> = {
  judge: ({ maxLength, characters = 'any' }, value) => {
    if (typeof value !== 'string') return 'must be a string, numbers too'
    if (value.length > maxLength * mostComposed) return tooLong(maxLength)
    const words = value.normalize('NFC')
    if (words.trim() === '') return 'is blank'
    if (words.length > maxLength || (characters === 'gsm' && normalise(words).length > maxLength)) return tooLong(maxLength)
    return judgeCharacters(words, characters)
  },
  format: (_, value) => judgedString(value).normalize('NFC'),
  longest: ({ maxLength, characters = 'any' }) => longestOf([dearest[characters].repeat(maxLength)]),
}

/** NFC makes one unit of at most four. */
const mostComposed = 4

const tooLong = (maxLength: number) => `is longer than ${maxLength} characters`

const judgeCharacters = (words: string, characters: Characters): string | undefined => {
  if (!words.isWellFormed()) return 'holds half a surrogate pair'
  if (holdsHiddenCharacter(words)) return 'holds a control, zero-width or bidirectional character'
  if (holdsLink(words)) return 'holds a link, or what a phone would show as one (a full stop between letters)'
  switch (characters) {
    case 'any':
      return undefined
    case 'gsm':
      return septetsOf(normalise(words)) === undefined ? 'holds a character that GSM 03.38 does not have' : undefined
    case 'identifier':
      return isIdentifier(words) ? undefined : 'holds other characters than letters A to Z, digits, blanks and -_./#'
    default:
      return characters satisfies never
  }
}

const isIdentifier = (words: string): boolean => {
  for (let at = 0; at < words.length; at++) if (!isOfIdentifier(words.charCodeAt(at))) return false
  return true
}

const isOfIdentifier = (unit: number): boolean =>
  isDigit(unit) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  ' -_./#'.includes(String.fromCharCode(unit))

/** The character of each sort that takes the most room: it makes the text UCS-2, or takes two septets, or one. */
const dearest: Readonly<Record<Characters, string>> = { any: '字', gsm: '€', identifier: 'W' }
