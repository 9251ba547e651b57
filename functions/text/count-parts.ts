import { septets } from './gsm-03-38.ts'

export interface PartCount {
  readonly encoding: 'GSM 03.38' | 'UCS-2'
  /** how many texts the carrier sends and bills */
  readonly parts: number
  /** septets, or UTF-16 units of UCS-2 */
  readonly units: number
}

/**
 * How a text is encoded and in how many parts it travels: GSM 03.38 where every character allows it, else UCS-2.
 * Parts are filled one by one: a character that does not fit whole (an escape and its code, a surrogate pair) begins
 * the next part and leaves a unit empty, so dividing the length would count too few.
 * Source: 3GPP TS 23.038; TS 23.040 §9.2.3.24.1 (the header of 6 octets that makes 153 of 160, and 67 of 70).
 */
export const countParts = (text: string): PartCount => {
  const sizes = [...text].map((character) => septets.get(character))
  return sizes.every((size) => size !== undefined)
    ? { encoding: 'GSM 03.38', ...fill(sizes, 160, 153) }
    : {
        encoding: 'UCS-2',
        ...fill(
          [...text].map(({ length }) => length),
          70,
          67,
        ),
      }
}

/** @param alone what one part holds @param each what each of several parts holds */
const fill = (sizes: readonly number[], alone: number, each: number) => {
  let [units, parts, filled] = [0, 1, 0]
  for (const size of sizes) {
    units += size
    filled += size
    if (filled > each) [parts, filled] = [parts + 1, size]
  }
  return { parts: units <= alone ? 1 : parts, units }
}
