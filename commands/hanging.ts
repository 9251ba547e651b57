import { wrap } from './wrap.ts'

/** Below it a text would stand in a column too narrow to be read. */
const narrowest = 24

/**
 * A text beside a head, its further lines indented to where it began.
 * @param indent how many columns the head takes
 * @param columns of the terminal; undefined in a pipe: nothing is wrapped
 */
export const hanging = (head: string, indent: number, text: string, columns: number | undefined): string[] => {
  const lines = columns === undefined ? [text] : wrap(text, Math.max(narrowest, columns - indent))
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(indent)) + line)
}
