import { isSlotName } from './is-slot-name.ts'

/** A run of a template's text: words that stand as they are, or a slot by its name and where its braces open. */
export type Piece = { readonly literal: string } | { readonly slot: string; readonly at: number }

/** A placeholder that names no slot: how it is written, where it opens, and what is said of the text for it. */
export interface Unread {
  readonly unread: string
  readonly at: number
  readonly problem: string
}

export type ParsedText =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  /** What can be read is there as well, and what cannot is where it stands. */
  | { readonly ok: false; readonly pieces: readonly (Piece | Unread)[]; readonly unread: readonly Unread[] }

/**
 * Reads a template's text, the only reader there is: `{{code}}` is the slot `code`, `{{{{` stands for a literal `{{`, and
 * everything else, a lone brace or `}}` included, stands for itself. No logic, no filters, no blanks within braces.
 * @param text e.g. "Shop: {{code}} is your code."
 * @returns the pieces in order, with all that cannot be read; linear in the length of the text
 */
export const parseText = (text: string): ParsedText => {
  const all: (Piece | Unread)[] = []
  let at = 0
  while (at < text.length) {
    const { piece, end } = next(text, at)
    all.push(piece)
    at = end
  }
  if (all.every(isRead)) return { ok: true, pieces: all }
  return { ok: false, pieces: all, unread: all.filter((piece) => 'unread' in piece) }
}

const isRead = (piece: Piece | Unread): piece is Piece => !('unread' in piece)

interface Step {
  readonly piece: Piece | Unread
  readonly end: number
}

const next = (text: string, at: number): Step => {
  if (text.startsWith('{{{{', at)) return { piece: { literal: '{{' }, end: at + 4 }
  if (text.startsWith('{{', at)) return placeholder(text, at)
  const braces = text.indexOf('{{', at)
  const end = braces < 0 ? text.length : braces
  return { piece: { literal: text.slice(at, end) }, end }
}

const placeholder = (text: string, at: number): Step => {
  const close = closeOf(text, at + 2)
  if (close === undefined) return unreadStep(text, at, endOfUnclosed(text, at), 'is never closed by }}')
  const slot = text.slice(at + 2, close)
  const end = close + 2
  return isSlotName(slot) ? { piece: { slot, at }, end } : unreadStep(text, at, end, 'holds no slot name')
}

const unreadStep = (text: string, at: number, end: number, why: string): Step => ({
  piece: { unread: text.slice(at, end), at, problem: `has a placeholder at character ${at + 1} that ${why}` },
  end,
})

/** Where braces close, unless others open before. */
const closeOf = (text: string, from: number): number | undefined => {
  const braces = /\{\{|\}\}/g
  braces.lastIndex = from
  const found = braces.exec(text)
  return found?.[0] === '}}' ? found.index : undefined
}

/** A placeholder that is not closed is taken to end with the first word in it. */
const endOfUnclosed = (text: string, at: number): number => {
  const begun = /\{\{\s*\w*/y
  begun.lastIndex = at
  begun.test(text)
  return begun.lastIndex
}
