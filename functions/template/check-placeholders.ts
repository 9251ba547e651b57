import { parseText } from './parse-text.ts'

export interface PlaceholderProblem {
  readonly locale: string
  readonly problem: string
}

/**
 * Every text must use every declared slot, and only declared ones: a translation that drops the code is no translation.
 * A text that cannot be read is passed over; its own problems are told elsewhere.
 * @param slots the names declared, e.g. ["orderNo", "eta"]
 * @param texts by locale
 */
export const checkPlaceholders = (slots: readonly string[], texts: Readonly<Record<string, string>>): PlaceholderProblem[] =>
  Object.entries(texts).flatMap(([locale, text]) => {
    const parsed = parseText(text)
    if (!parsed.ok) return []
    const used = new Set(parsed.pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : [])))
    const undeclared = [...used]
      .filter((slot) => !slots.includes(slot))
      .map((slot) => `uses the slot ${slot}, which is not declared`)
    const unused = slots.filter((slot) => !used.has(slot)).map((slot) => `does not use the slot ${slot}`)
    return [...undeclared, ...unused].map((problem) => ({ locale, problem }))
  })
