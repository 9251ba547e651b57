import { Fault } from '../notification/fault.ts'
import { countParts, type PartCount } from '../text/count-parts.ts'
import { normalise } from '../text/normalise.ts'
import { chooseText } from './choose-text.ts'
import type { WithSlots } from './compose.ts'
import type { Piece } from './parse-text.ts'
import { piecesOf, renderPieces } from './render.ts'
import type { Longest } from './values/longest-of.ts'
import { longest } from './values/values.ts'

export interface LongestText extends PartCount {
  readonly text: string
}

/**
 * What a template can come to in one of its languages: every slot at its maximum, in whichever encoding costs more parts.
 * No legal parameters yield more units of that encoding, nor more parts. (A part may still be wasted on emoji that fall on
 * its end: what is sent is counted exactly, and held to the same limit.)
 * @param locale of one of the template's texts, or one that falls back to it
 */
export const longestText = ({ slots, texts, defaultLocale }: WithSlots, locale: string): LongestText => {
  const chosen = chooseText({ texts, defaultLocale }, locale)
  const longestOfSlot = (name: string): Longest => {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined
    if (slot === undefined) throw new Fault(`the slot ${name} is not declared`)
    return longest(slot, chosen.locale, defaultLocale)
  }
  return longRenders(piecesOf(chosen.text), longestOfSlot)
    .map((rendered) => normalise(rendered.normalize('NFC')))
    .map((text) => ({ text, ...countParts(text) }))
    .reduce((dearest, other) => (isDearer(other, dearest) ? other : dearest))
}

/**
 * The longest text of GSM 03.38, and those of UCS-2: one value that forces it is enough, be it a short one, and all others
 * are then as long as they can be in UTF-16 units.
 */
const longRenders = (pieces: readonly Piece[], longestOfSlot: (name: string) => Longest): string[] => {
  const slots = new Set(pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : [])))
  const ofSlot = new Map([...slots].map((slot) => [slot, longestOfSlot(slot)] as const))
  const render = (choose: (longest: Longest, slot: string) => string) =>
    renderPieces(pieces, (slot) => choose(ofSlot.get(slot) ?? longestOfSlot(slot), slot))
  const forcing = [...slots].map((one) => render(({ any, forcing }, slot) => (slot === one ? (forcing ?? any) : any)))
  return [render(({ gsm, any }) => gsm ?? any), render(({ any }) => any), ...forcing]
}

const isDearer = (one: PartCount, other: PartCount): boolean =>
  one.parts === other.parts ? weight(one) > weight(other) : one.parts > other.parts

/** Of as many parts, UCS-2 leaves less room for more. */
const weight = ({ encoding, units }: PartCount) => (encoding === 'UCS-2' ? 1e9 : 0) + units
