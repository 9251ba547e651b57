import { Fault } from '../notification/fault.ts'
import { asSent } from '../text/as-sent.ts'
import { countParts, type PartCount } from '../text/count-parts.ts'
import { chooseText } from './choose-text.ts'
import type { WithSlots } from './compose.ts'
import { piecesOf, renderPieces } from './render.ts'
import { longest } from './values/values.ts'

export interface LongestText extends PartCount {
  readonly text: string
}

/**
 * What a template can come to in one of its languages: every slot at its maximum, of the characters that take the most room.
 * No legal parameters yield more units of a dearer encoding. (A part may still be wasted on emoji that fall on its end:
 * what is sent is counted exactly, and held to the same limit.)
 * @param locale of one of the template's texts, or one that falls back to it
 */
export const longestText = ({ slots, texts, defaultLocale }: WithSlots, locale: string): LongestText => {
  const chosen = chooseText({ texts, defaultLocale }, locale)
  const words = (name: string): string => {
    const slot = Object.hasOwn(slots, name) ? slots[name] : undefined
    if (slot === undefined) throw new Fault(`the slot ${name} is not declared`)
    return longest(slot, chosen.locale, defaultLocale)
  }
  const text = asSent(renderPieces(piecesOf(chosen.text), words))
  return { text, ...countParts(text) }
}
