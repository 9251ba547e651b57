import { displayWidth } from './display-width.ts'

const blanks = (count: number) => ' '.repeat(Math.max(0, count))

/** Rows as lines, each column as wide as its widest cell; a column that says nothing of itself is flush left. */
export const table = (rows: readonly (readonly string[])[], sides: readonly ('left' | 'right')[] = []): string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))))
  const padded = (cell: string, column: number) => {
    const pad = blanks((widths[column] ?? 0) - displayWidth(cell))
    return sides[column] === 'right' ? pad + cell : cell + pad
  }
  return rows.map((row) => row.map(padded).join('  ').trimEnd())
}
