import { mostPartsOf } from '../../notification/kinds.ts'
import { partsInWords } from '../../text/parts-in-words.ts'
import type { Finding } from '../finding.ts'
import { longestText } from '../longest-text.ts'
import type { Readable } from '../readable.ts'
import { canBeFilled } from './can-be-filled.ts'

/** The longest text that the slots allow keeps within what its kind may take, so that no request is refused for its length. */
export const checkParts = ({ kind, slots, texts = {}, defaultLocale }: Readable): Finding[] => {
  if (kind === undefined || slots === undefined || defaultLocale === undefined) return []
  const mostParts = mostPartsOf(kind)
  return Object.keys(texts)
    .filter((locale) => canBeFilled(slots, texts[locale]))
    .map((locale) => ({ locale, ...longestText({ slots, texts, defaultLocale }, locale) }))
    .filter(({ parts }) => parts > mostParts)
    .map(({ locale, parts, units, encoding }) => ({
      code: 'too-many-parts',
      field: `texts.${locale}`,
      sentence: `takes ${partsInWords(parts)} at its longest (${units} units of ${encoding}), and ${kind} may take at most ${partsInWords(mostParts)}`,
      remedy:
        encoding === 'UCS-2'
          ? 'shorten it, lower maxLength, or let slots take characters: gsm, which more than doubles what a part holds'
          : 'shorten it, or lower the maxLength of its slots',
    }))
}
