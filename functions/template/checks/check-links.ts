import type { Finding } from '../finding.ts'
import type { Readable } from '../readable.ts'
import { linksIn } from './links-in.ts'
import { wordsOf } from './words-of.ts'

/** Only links that the template lists, as whole addresses, and those of its url slots: so a reviewer sees them all. */
export const checkLinks = (template: Readable): Finding[] => {
  const { kind, links, slots = {} } = template
  if (links === undefined || kind === 'verification') return [] // a verification may hold none at all
  const examples = Object.values(slots).flatMap((slot) => (slot.type === 'url' ? [slot.example] : []))
  return wordsOf(template)
    .filter(({ words }) => linksIn(words, [...links, ...examples]).length > 0)
    .map(({ field }) => ({
      code: 'unlisted-link',
      field,
      sentence: 'holds a link, or what a phone would show as one, that links does not list',
      remedy: 'list the whole address under links, use a slot of type url for one that changes, or put a blank after a full stop',
    }))
}
