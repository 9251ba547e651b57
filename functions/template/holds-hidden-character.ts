import { isInRanges, type Ranges } from './in-ranges.ts'

/**
 * Whether a text holds a character that a reader does not see but a phone obeys: controls (line breaks included),
 * zero-width and other invisible ones, and those that turn the direction of writing. With them a value could pass for
 * another one or rearrange the text around it. The two selectors that choose an emoji's style are left in peace.
 * Linear: one character decides (the second half of a pair is looked at too, and is in no range).
 */
export const holdsHiddenCharacter = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (isHidden(text.codePointAt(at) ?? 0)) return true
  return false
}

const isHidden = (point: number): boolean => (point >= 0x20 && point < 0x7f ? false : isInRanges(hidden, point))

/**
 * Source: Unicode 17, Cc, Zl, Zp, Bidi_Control, Default_Ignorable_Code_Point and U+FFF9–FFFB, without U+FE0E and U+FE0F;
 * a test compares it with the properties themselves.
 */
const hidden: Ranges = [
  [0x0, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0d],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
]
