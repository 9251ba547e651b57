import { beyondGsm } from '../../text/beyond-gsm.ts'
import { codePoints } from '../../text/code-points.ts'
import type { Finding } from '../finding.ts'
import { longestText } from '../longest-text.ts'
import type { Readable } from '../readable.ts'
import { withStandIns } from '../text-pieces.ts'
import { canBeFilled } from './can-be-filled.ts'

/** Whether the longest text takes fewer parts without the character. */
const isDearer = ({ slots, texts = {}, defaultLocale }: Readable, locale: string, character: string): boolean => {
  const text = texts[locale] ?? ''
  if (slots === undefined || defaultLocale === undefined || !canBeFilled(slots, text)) return false
  const without = { ...texts, [locale]: text.replaceAll(character, 'x') }
  return (
    longestText({ slots, texts, defaultLocale }, locale).parts >
    longestText({ slots, texts: without, defaultLocale }, locale).parts
  )
}

const finding = (locale: string, character: string): Finding => ({
  code: 'forces-ucs2',
  field: `texts.${locale}`,
  sentence: `is sent as UCS-2, 70 characters a part and not 160, for one character alone: ${character} (${codePoints(character)})`,
  remedy: `write it without ${character}`,
})

/**
 * A single character that makes UCS-2 of a text whose other characters are all of GSM 03.38. A language that needs several is
 * left in peace, and so is a single letter while the text takes no more parts for it.
 */
export const checkEncoding = (template: Readable): Finding[] =>
  Object.entries(template.texts ?? {}).flatMap(([locale, text]) => {
    const [character, ...others] = beyondGsm(withStandIns(text, () => ''))
    if (character === undefined || others.length > 0) return []
    return /^\p{L}/u.test(character) && !isDearer(template, locale, character) ? [] : [finding(locale, character)]
  })
