import { countParts } from './count-parts.ts'
import { septetsOf } from './gsm-03-38.ts'
import { normalise } from './normalise.ts'

/**
 * A text as it is sent: in NFC, and with plain quotes, dashes and blanks where that alone makes it GSM 03.38, unless it takes
 * more parts then, for an ellipsis becomes three full stops. A text that is GSM is both already, for none of those characters
 * combines with another: most texts end here, after one look.
 */
export const asSent = (text: string): string => {
  if (septetsOf(text) !== undefined) return text
  const composed = text.normalize('NFC')
  const plain = normalise(composed)
  return plain.length > composed.length && countParts(plain).parts > countParts(composed).parts ? composed : plain
}
