import { displayWidth, drawn } from './display-width.ts'

/** Cuts a word that is wider than a line. */
const cut = (word: string, width: number): string[] => {
  const pieces = ['']
  for (const { grapheme } of drawn(word)) {
    const last = pieces.at(-1) ?? ''
    if (displayWidth(last + grapheme) > width) pieces.push(grapheme)
    else pieces[pieces.length - 1] = last + grapheme
  }
  return pieces
}

const wrapLine = (line: string, width: number): string[] => {
  const lines: string[] = []
  for (const word of line.split(' ').flatMap((one) => cut(one, width))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && displayWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Breaks a text into lines of at most so many columns, at its blanks where it can; its own line breaks stay. */
export const wrap = (text: string, width: number): string[] => text.split('\n').flatMap((line) => wrapLine(line, width))
