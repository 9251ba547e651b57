import { septetsOfUnit } from './gsm-03-38.ts'

export type Encoding = 'GSM 03.38' | 'UCS-2'

/**
 * What fits into the only part of a text, and into each of several, whose header takes 6 octets: septets, or UTF-16 units.
 * Source: 3GPP TS 23.038; TS 23.040 §9.2.3.24.1.
 */
export const capacities = {
  'GSM 03.38': { alone: 160, each: 153 },
  'UCS-2': { alone: 70, each: 67 },
} as const satisfies Record<Encoding, { alone: number; each: number }>

/**
 * Where one of several parts ends. Parts are filled one by one: a character that does not fit whole (an escape and its
 * code, a surrogate pair) begins the next part and leaves a unit empty, so dividing the length would count too few.
 * @param from where the part begins, in UTF-16 units of the text
 * @returns where the next one begins
 */
export const endOfPart = (text: string, from: number, encoding: Encoding): number =>
  encoding === 'GSM 03.38' ? endOfGsm(text, from) : endOfUcs2(text, from)

const endOfGsm = (text: string, from: number): number => {
  let filled = 0
  for (let at = from; at < text.length; at++) {
    filled += septetsOfUnit(text.charCodeAt(at))
    if (filled > capacities['GSM 03.38'].each) return at
  }
  return text.length
}

const endOfUcs2 = (text: string, from: number): number => {
  const end = from + capacities['UCS-2'].each
  if (end >= text.length) return text.length
  return isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end)) ? end - 1 : end
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
