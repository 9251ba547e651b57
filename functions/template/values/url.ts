import { isDigit } from './is-shaped.ts'
import { judgedString } from './judged.ts'
import { longestOf } from './longest-of.ts'
import type { Rules, SlotOf } from './rules.ts'

const scheme = 'https://'

/**
 * An address of the web on one of the slot's hosts. What follows the scheme is compared with the hosts letter by letter, up
 * to the first `/`, `?` or `#`: so no user, port, look-alike or backslash has a place to hide, and nothing is interpreted.
 */
export const url: Rules<SlotOf<'url'>> = {
  judge: ({ hosts, maxLength }, value) => {
    if (typeof value !== 'string') return 'must be a string'
    if (value.length > maxLength) return `is longer than ${maxLength} characters`
    if (!value.startsWith(scheme) || !hosts.includes(hostOf(value)))
      return `must begin with https:// and then ${hosts.join(' or ')}`
    return isWritten(value) ? undefined : 'holds a character that an address must write with a percent sign, like %20 for a blank'
  },
  format: (_, value) => judgedString(value),
  longest: ({ hosts, maxLength }) =>
    longestOf(hosts.map((host) => `${scheme}${host}/`.padEnd(maxLength, 'W').slice(0, maxLength))),
}

const hostOf = (value: string): string => {
  let end = scheme.length
  while (end < value.length && !'/?#'.includes(value.charAt(end))) end++
  return value.slice(scheme.length, end)
}

const isWritten = (value: string): boolean => {
  for (let at = 0; at < value.length; at++) if (!isOfAddress(value.charCodeAt(at))) return false
  return true
}

/**
 * What RFC 3986 lets an address hold, but the three characters that GSM 03.38 escapes and whose encoded forms mean the same
 * (`~`, `[` and `]`, as %7E, %5B and %5D): so an address takes as many septets as it has characters.
 */
const isOfAddress = (unit: number): boolean =>
  isDigit(unit) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  "-._:/?#@!$&'()*+,;=%".includes(String.fromCharCode(unit))
