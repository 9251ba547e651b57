import { countParts, type PartCount } from '../../text/count-parts.ts'

/** The text that takes the most room on its way: UCS-2 before GSM 03.38, then the most units. */
export const longestOf = (texts: readonly string[]): string =>
  texts.reduce((longest, text) => (room(countParts(text)) > room(countParts(longest)) ? text : longest), '')

/** Any text that is not GSM makes all around it UCS-2, however short it is. */
const room = ({ encoding, units }: PartCount) => (encoding === 'UCS-2' ? 1e9 : 0) + units
