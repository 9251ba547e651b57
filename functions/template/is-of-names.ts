import { isInRanges, type Ranges } from './in-ranges.ts'

/**
 * Whether a character may stand in a domain name: an ASCII letter or digit, or any other letter, mark or digit; in a top-level
 * domain no digits. Deliberately strict: what is not known to be something else counts as a letter, so that a script
 * which Unicode adds tomorrow is covered today. A test shows that no letter, mark or number is left out.
 * @param point code point
 */
export const isOfNames = (point: number, where: 'any' | 'top level'): boolean => {
  if (point < 0x80) return isAsciiLetter(point) || (where === 'any' && point >= 0x30 && point <= 0x39)
  return !isInRanges(others, point) && !(where === 'top level' && isDigit(point))
}

const isAsciiLetter = (point: number) => (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a)

/** Beyond ASCII what people write that is neither letter, mark nor number: blanks, punctuation, currency signs, arrows, emoji. */
const others: Ranges = [
  [0x80, 0xa9],
  [0xab, 0xb1],
  [0xb4, 0xb4],
  [0xb6, 0xb8],
  [0xbb, 0xbb],
  [0xbf, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2000, 0x206f],
  [0x20a0, 0x20cf],
  [0x218c, 0x245f],
  [0x2500, 0x2775],
  [0x2794, 0x2bff],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xff01, 0xff0f],
  [0x1f000, 0x1f0ff],
  [0x1f10d, 0x1faff],
]

/** The zeros of the scripts whose digits people use every day; the nine after each are digits too. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10,
]

const isDigit = (point: number) => zeros.some((zero) => point >= zero && point <= zero + 9)
