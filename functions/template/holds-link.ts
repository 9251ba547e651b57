import { isOfNames } from './is-of-names.ts'

/**
 * Whether a text holds a link, or what a phone would make one of: a scheme (`://`), `www.`, or a bare domain.
 *
 * A bare domain is taken to be a full stop between a letter or digit and two letters, for every domain name has such a
 * place (before its top-level domain), while dates (24.11.2026), prices (1.299,00) and abbreviations (z.B.) have not. It
 * is deliberately strict: a list of top-level domains ages, and phones make links of names no list knew. So `Co.KG`
 * is refused as well, and `Co. KG` is not. The other full stops that browsers read as one (as in `evil。com`) count between
 * ASCII letters only, for between others they end a sentence. Linear: a place is four characters long.
 */
export const holdsLink = (text: string): boolean => {
  if (text.includes('://')) return true
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === dot && (endsInWww(text, at) || isBetweenNames(text, at))) return true
    if (otherDots.has(unit) && isBetweenAscii(text, at)) return true
  }
  return false
}

const dot = 0x2e

/** One dot leader, ideographic, fullwidth and halfwidth full stop. Source: UTS #46, which maps them to the dot of domains. */
const otherDots: ReadonlySet<number> = new Set([0x2024, 0x3002, 0xff0e, 0xff61])

const endsInWww = (text: string, at: number): boolean => at >= 3 && text.slice(at - 3, at).toLowerCase() === 'www'

const isBetweenNames = (text: string, at: number): boolean => {
  const first = text.codePointAt(at + 1)
  if (first === undefined || !isOfNames(first, 'top level')) return false
  const second = text.codePointAt(at + (first > 0xffff ? 3 : 2))
  return second !== undefined && isOfNames(second, 'top level') && isOfNames(pointBefore(text, at), 'any')
}

const isBetweenAscii = (text: string, at: number): boolean =>
  isAscii(text, at - 1) && isAscii(text, at + 1) && isBetweenNames(text, at)

const isAscii = (text: string, at: number): boolean => text.charCodeAt(at) < 0x80 // NaN, before the beginning, is not

/** The code point that ends before a place; that of a blank before the beginning. */
const pointBefore = (text: string, at: number): number => {
  if (at === 0) return 0x20
  const last = text.charCodeAt(at - 1)
  const pair = last >= 0xdc00 && last <= 0xdfff ? text.codePointAt(at - 2) : undefined
  return pair !== undefined && pair > 0xffff ? pair : last
}
