import { isSlotName } from './is-slot-name.ts'

/** A run of a template's text: words that stand as they are, or a slot by its name. */
export type Piece = { readonly literal: string } | { readonly slot: string }

export type ParsedText =
  | { readonly ok: true; readonly pieces: readonly Piece[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads a template's text, the only reader there is: `{{code}}` is the slot `code`, `{{{{` stands for a literal `{{`, and
 * everything else, a lone brace or `}}` included, stands for itself. No logic, no filters, no blanks within braces.
 * @param text e.g. "Shop: {{code}} is your code."
 * @returns the pieces in order, or every problem as what is said of the text; linear in the length of the text
 */
export const parseText = (text: string): ParsedText => {
  const pieces: Piece[] = []
  const problems: string[] = []
  let at = 0
  while (at < text.length) {
    const { piece, problem, end } = next(text, at)
    if (piece !== undefined) pieces.push(piece)
    if (problem !== undefined) problems.push(problem)
    at = end
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pieces }
}

interface Step {
  readonly piece?: Piece
  readonly problem?: string
  readonly end: number
}

const next = (text: string, at: number): Step => {
  if (text.startsWith('{{{{', at)) return { piece: { literal: '{{' }, end: at + 4 }
  if (text.startsWith('{{', at)) return placeholder(text, at)
  const braces = text.indexOf('{{', at)
  const end = braces < 0 ? text.length : braces
  return { piece: { literal: text.slice(at, end) }, end }
}

/** An unclosed placeholder ends the reading: what follows it cannot be told apart from a name. */
const placeholder = (text: string, at: number): Step => {
  const close = text.indexOf('}}', at + 2)
  if (close < 0) return { problem: `has a placeholder at character ${at + 1} that is never closed by }}`, end: text.length }
  const slot = text.slice(at + 2, close)
  const end = close + 2
  return isSlotName(slot)
    ? { piece: { slot }, end }
    : { problem: `has a placeholder at character ${at + 1} that holds no slot name`, end }
}
