import { isOfNames } from './is-of-names.ts'
import { isDigit } from './values/is-shaped.ts'

/**
 * Whether a text holds a link, or what a phone would make one of: a scheme (`://`), `www.`, a bare
 * domain, or an address of four numbers up to 255.
 *
 * A bare domain is taken to be a full stop between a letter or digit and two letters, for every domain name has such a
 * place (before its top-level domain), while dates (24.11.2026), prices (1.299,00) and abbreviations (z.B.) have not. It
 * is deliberately strict: a list of top-level domains ages, and phones make links of names no list knew. So `Co.KG`
 * is refused as well, and `Co. KG` is not. The other full stops that browsers read as one (as in `evil。com`) count between
 * ASCII letters only, for between others they end a sentence. Linear: a place is four characters long.
 */
export const holdsLink = (text: string): boolean => {
  if (text.includes('://')) return true
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1))
    if (endsInWww(text, at) || isBetweenNames(text, at) || beginsIpv4(text, at)) return true
  for (const dot of otherDots)
    for (let at = text.indexOf(dot); at >= 0; at = text.indexOf(dot, at + 1)) if (isBetweenAscii(text, at)) return true
  return false
}

/** One dot leader, ideographic, fullwidth and halfwidth full stop. Source: UTS #46, which maps them to the dot of domains. */
const otherDots = ['\u2024', '\u3002', '\uff0e', '\uff61'] as const

const endsInWww = (text: string, at: number): boolean => isW(text, at - 1) && isW(text, at - 2) && isW(text, at - 3)

const isW = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at) // NaN, before the beginning, is none
  return unit === 0x77 || unit === 0x57
}

/** Whether a full stop is the first of an address like 203.0.113.9. */
const beginsIpv4 = (text: string, at: number): boolean => {
  let begin = at
  while (begin > 0 && at - begin < 4 && isDigit(text.charCodeAt(begin - 1))) begin--
  return begin < at && ipv4.test(text.slice(begin, begin + 16))
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}(?!\\d)`)

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
