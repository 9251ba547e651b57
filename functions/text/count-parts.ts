import { capacities, type Encoding, endOfPart } from './end-of-part.ts'
import { septetsOf } from './gsm-03-38.ts'

export interface PartCount {
  readonly encoding: Encoding
  /** how many texts the carrier sends and bills */
  readonly parts: number
  /** septets, or UTF-16 units of UCS-2 */
  readonly units: number
}

/**
 * How a text is encoded and in how many parts it travels: GSM 03.38 where every character allows it, else UCS-2.
 * Nothing is one part. Linear; allocates nothing but the answer. Source: see `capacities` and `endOfPart`.
 */
export const countParts = (text: string): PartCount => countWith(text, septetsOf(text))

/** The same of a text whose septets were counted before, as `septetsOf` does. */
export const countWith = (text: string, septets: number | undefined): PartCount => {
  if (septets === undefined) return { encoding: 'UCS-2', parts: count(text, 'UCS-2', text.length), units: text.length }
  return { encoding: 'GSM 03.38', parts: count(text, 'GSM 03.38', septets), units: septets }
}

const count = (text: string, encoding: Encoding, units: number): number => {
  const { alone, each } = capacities[encoding]
  if (units <= alone) return 1
  const least = Math.ceil(units / each)
  // A part leaves at most one unit empty, and the last one none: where that much is to spare, they need not be filled one by one.
  if (units + least - 1 <= least * each) return least
  let parts = 0
  for (let at = 0; at < text.length; at = endOfPart(text, at, encoding)) parts++
  return parts
}
