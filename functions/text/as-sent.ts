import { septetsOf } from './gsm-03-38.ts'
import { normalise } from './normalise.ts'

/**
 * A text as it is sent: in NFC, and with plain quotes, dashes and blanks where that alone makes it GSM 03.38. A text that is
 * GSM is both already, for none of those characters combines with another: most texts end here, after one look.
 */
export const asSent = (text: string): string => (septetsOf(text) === undefined ? normalise(text.normalize('NFC')) : text)
