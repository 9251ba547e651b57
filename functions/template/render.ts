import { Fault } from '../notification/fault.ts'
import { type Piece, parseText } from './parse-text.ts'

/** The pieces of a text that was checked. @throws a fault when it had not been */
export const piecesOf = (text: string): readonly Piece[] => {
  const parsed = parseText(text)
  if (!parsed.ok)
    throw new Fault(`the template's text cannot be read: it ${parsed.unread.map(({ problem }) => problem).join('; it ')}`)
  return parsed.pieces
}

/**
 * The text with every slot replaced by its words, as they are.
 * One pass: what is inserted is never read again, so a value cannot bring a slot of its own. Linear in what it answers,
 * which is no longer than the text and, for each slot in it, that slot's words.
 * @param pieces as `piecesOf` read them
 * @param wordsOf what stands for a slot, by its name
 */
export const renderPieces = (pieces: readonly Piece[], wordsOf: (slot: string) => string): string => {
  let text = ''
  for (const piece of pieces) text += 'literal' in piece ? piece.literal : wordsOf(piece.slot)
  return text
}
