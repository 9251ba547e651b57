import { parseText } from './parse-text.ts'

/**
 * A text with something else in place of its slots, `{{{{` read as braces.
 * @param standIn what is put for a slot, by its name
 * @param instead what is put for a placeholder that cannot be read, by how it is written
 */
export const withStandIns = (
  text: string,
  standIn: (slot: string) => string,
  instead: (written: string) => string = () => ' ',
): string =>
  parseText(text)
    .pieces.map((piece) => {
      if ('literal' in piece) return piece.literal
      return 'slot' in piece ? standIn(piece.slot) : instead(piece.unread)
    })
    .join('')

/** The slots that a text uses, each once, and where the first placeholder of each opens. */
export const slotsUsedIn = (text: string): ReadonlyMap<string, number> => {
  const slots = new Map<string, number>()
  for (const piece of parseText(text).pieces) if ('slot' in piece && !slots.has(piece.slot)) slots.set(piece.slot, piece.at)
  return slots
}

/** The words of its placeholders that cannot be read: their author may have meant slots of these names. */
export const wordsUnreadIn = (text: string): readonly string[] =>
  parseText(text).pieces.flatMap((piece) => ('unread' in piece ? (piece.unread.match(/\w+/g) ?? []) : []))
