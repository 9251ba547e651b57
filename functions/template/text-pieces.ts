import { parseText } from './parse-text.ts'

/**
 * A text with something else in place of its slots, `{{{{` read as braces.
 * @param standIn what is put for a slot, by its name
 * @returns an empty text where it cannot be read
 */
export const withStandIns = (text: string, standIn: (slot: string) => string): string => {
  const parsed = parseText(text)
  return parsed.ok ? parsed.pieces.map((piece) => ('slot' in piece ? standIn(piece.slot) : piece.literal)).join('') : ''
}

/** The names of the slots that a text uses, each once. */
export const slotsUsedIn = (text: string): readonly string[] => {
  const parsed = parseText(text)
  return parsed.ok ? [...new Set(parsed.pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : [])))] : []
}
