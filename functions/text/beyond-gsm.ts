import { normalise } from './normalise.ts'
import { ucs2Characters } from './ucs2-characters.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * What makes a text UCS-2 and cannot be made plain, as a reader sees it, each once, in their order: an emoji that is made of several
 * is one.
 */
export const beyondGsm = (text: string): string[] => {
  const seen = new Set(Array.from(graphemes.segment(text), ({ segment }) => segment))
  return [...seen].filter((character) => ucs2Characters(normalise(character)).length > 0)
}
