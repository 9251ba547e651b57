import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { wordsBeside } from './words-of.ts'

/** Alphabets that hold letters of one another's looks. Chinese, Japanese and Korean join Latin words as they are, and are none. */
const alphabets = {
  Latin: /\p{Script=Latin}/u,
  Greek: /\p{Script=Greek}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
} as const

const alphabetsIn = (word: string) => Object.entries(alphabets).flatMap(([name, letters]) => (letters.test(word) ? [name] : []))

/** No word of letters that look alike but are not, like a Latin word with one Cyrillic letter: that is how brands are forged. */
export const checkScripts = (template: Readable): Finding[] =>
  wordsBeside(template, () => ' ').flatMap(({ field, words }) =>
    (words.match(/[\p{L}\p{M}]+/gu) ?? [])
      .filter((word) => alphabetsIn(word).length > 1)
      .map((word) => ({
        code: 'mixed-scripts',
        field,
        sentence: `holds the word ${word}, of ${alphabetsIn(word).join(' and ')} letters`,
        remedy: 'write the word anew in the letters of one alphabet',
      })),
  )
