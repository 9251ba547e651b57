import { septetsOf } from '../text/gsm-03-38.ts'
import { withoutLinks } from './checks/links-in.ts'
import type { Piece } from './parse-text.ts'
import { piecesOf } from './render.ts'
import type { Slot } from './slot.ts'

/** A template's text, with all that can be found out before any value is known. */
export interface PreparedText {
  readonly sent: readonly Piece[]
  /** What is searched for links in its place; the very same pieces where that is no other text. */
  readonly searched: readonly Piece[]
  /** Of the words that stand as they are; undefined where they are not all GSM 03.38. */
  readonly septets: number | undefined
}

/**
 * Reads a text that was checked. @throws a fault when it had not been
 * @param links that the template lists, which are let through
 */
export const prepareText = (text: string, links: readonly string[], typeOf: (slot: string) => Slot['type']): PreparedText => {
  const sent = piecesOf(text)
  const searched = sent.map((piece) => searchedFor(piece, links, typeOf))
  const isSame = searched.every((piece, at) => piece === sent[at])
  return { sent, searched: isSame ? sent : searched, septets: septetsOf(literalsOf(sent)) }
}

const literalsOf = (pieces: readonly Piece[]): string => pieces.map((piece) => ('literal' in piece ? piece.literal : '')).join('')

const searchedFor = (piece: Piece, links: readonly string[], typeOf: (slot: string) => Slot['type']): Piece => {
  const literal = 'literal' in piece ? withoutLinks(piece.literal, links) : standIns[typeOf(piece.slot)]
  return literal === undefined || ('literal' in piece && piece.literal === literal) ? piece : { literal }
}

/**
 * What stands for a value where the whole text is searched for links: nothing for an address, which its hosts let through, and a
 * digit for what Intl writes, whose dots are its own ("1.200.100.150"). Words and codes are read as they are.
 */
const standIns: Partial<Record<Slot['type'], string>> = {
  url: ' ',
  number: '0',
  money: '0',
  date: '0',
  time: '0',
  'date-time': '0',
}
