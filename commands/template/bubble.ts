import { displayWidth } from '../display-width.ts'
import { wrap } from '../wrap.ts'

/** About what a phone shows on a line. */
export const bubbleColumns = 40

/** Marks where a part of a text begins: with it the text reads on, as on a phone, where nobody sees the boundary. */
export const partMark = (part: number): string => `⟦${part}⟧`

/** A text of several parts in one, each but the first behind its mark. */
export const markParts = (parts: readonly string[]): string =>
  parts.map((part, index) => (index === 0 ? part : partMark(index + 1) + part)).join('')

/** A text as a phone shows it, in the characters of a terminal. */
export const bubble = (parts: readonly string[]): string[] => {
  const lines = wrap(markParts(parts), bubbleColumns)
  const width = Math.max(...lines.map(displayWidth))
  return [
    `╭${'─'.repeat(width + 2)}╮`,
    ...lines.map((line) => `│ ${line}${' '.repeat(width - displayWidth(line))} │`),
    `╰${'─'.repeat(width + 2)}╯`,
  ]
}
