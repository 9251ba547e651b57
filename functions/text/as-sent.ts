import { countParts, countWith, type PartCount } from './count-parts.ts'
import { septetsOf } from './gsm-03-38.ts'
import { normalise } from './normalise.ts'

/** What is sent of a text, and what it takes. */
export interface SentText extends PartCount {
  readonly text: string
}

/**
 * A text as it is sent: in NFC, and with plain quotes, dashes and blanks where that alone makes it GSM 03.38, unless it takes
 * more parts then, for an ellipsis becomes three full stops. A text that is GSM is both already, for none of those characters
 * combines with another: most texts end there.
 * @param septets of the text, as `septetsOf` counts them
 */
export const sentText = (text: string, septets: number | undefined): SentText =>
  septets === undefined ? composedOrPlain(text.normalize('NFC')) : { text, ...countWith(text, septets) }

/** The same by itself. */
export const asSent = (text: string): string => sentText(text, septetsOf(text)).text

const composedOrPlain = (composed: string): SentText => {
  const plain = normalise(composed)
  const counted = countParts(plain)
  if (plain.length <= composed.length) return { text: plain, ...counted }
  const asItIs = countParts(composed)
  return counted.parts > asItIs.parts ? { text: composed, ...asItIs } : { text: plain, ...counted }
}
