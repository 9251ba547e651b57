import { septetsOfUnit } from './gsm-03-38.ts'

/** Typography that means the same in plainer characters; each is a single UTF-16 unit. */
const plain = {
  "'": '‘’‚‛‹›',
  '"': '“”„‟«»',
  '-': '‐‑‒–—―−', // hyphens, dashes, and the minus sign that Intl writes
  '...': '…',
  ' ': '\u00a0\u2007\u202f', // the no-break spaces, of which Intl writes the first and the last
}

const replacements: ReadonlyMap<number, string> = new Map(
  Object.entries(plain).flatMap(([words, typographic]) =>
    [...typographic].map((character) => [character.charCodeAt(0), words] as const),
  ),
)

/**
 * The same text with typographic quotes, dashes, ellipses and no-break spaces made plain, where that alone makes it
 * GSM 03.38; else the text as it was. Nothing is ever left out or replaced by a question mark. One pass, no regex.
 */
export const normalise = (text: string): string => {
  let done = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (septetsOfUnit(unit) > 0) continue
    const replacement = replacements.get(unit)
    if (replacement === undefined) return text
    done += text.slice(from, at) + replacement
    from = at + 1
  }
  return from === 0 ? text : done + text.slice(from)
}
