import { countParts } from './count-parts.ts'
import { type Encoding, endOfPart } from './end-of-part.ts'

export interface SplitText {
  readonly encoding: Encoding
  /** what each part holds, in order; joined they are the text */
  readonly parts: readonly string[]
}

/** The parts in which a text travels, as many as `countParts` counts. */
export const splitParts = (text: string): SplitText => {
  const { encoding, parts: count } = countParts(text)
  if (count === 1) return { encoding, parts: [text] }
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = endOfPart(text, at, encoding)
    parts.push(text.slice(at, end))
    at = end
  }
  return { encoding, parts }
}
