import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import * as z from 'zod'
import { Failed } from '../failed.ts'

/** One row of a file, by column; what is empty there is left out. Or why it is none. */
export type Row = { readonly line: number } & (
  | { readonly values: Readonly<Record<string, string>> }
  | { readonly problem: string }
)

/** More than any row of ours: a quote that is never closed would make one of the rest of the file. */
const mostBytes = 65_536

const Parsed = z.object({
  record: z.record(z.string(), z.string()),
  info: z.object({ lines: z.int(), error: z.unknown() }),
})

const sortedWords = (words: readonly string[]) => [...words].sort().join(', ')

const assertColumns = (header: readonly string[], wanted: readonly string[]): void => {
  if (sortedWords(header) !== sortedWords(wanted))
    throw new Failed(`The first line must name the columns ${wanted.join(', ')}, and no other.`)
}

/** csv-parse's own sentences quote the file. */
const explained = (error: unknown, file: string): Failed => {
  if (error instanceof Failed) return error
  if (!(error instanceof CsvError)) return new Failed(`The file ${file} cannot be read.`)
  return new Failed(`Line ${error.lines}: a quote is opened and not closed. Nothing from there on was read.`)
}

const parserFor = (columns: (header: readonly string[]) => string[]) =>
  parse({
    bom: true,
    columns,
    info: true,
    max_record_size: mostBytes,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })

/**
 * Reads a CSV file row by row, however large it is.
 * @param columns that its first line has to name, in any order
 * @throws a sentence that quotes nothing of the file where it cannot be read on
 */
export async function* readRows(file: string, columns: readonly string[]): AsyncGenerator<Row> {
  let header: readonly string[] = []
  const parser = parserFor((names) => {
    assertColumns(names, columns)
    header = names
    return [...names]
  })
  const source = createReadStream(file).on('error', (error) => parser.destroy(error))
  try {
    for await (const parsed of source.pipe(parser)) {
      const { record, info } = Parsed.parse(parsed)
      const values = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))
      yield info.error === undefined
        ? { line: info.lines, values }
        : { line: info.lines, problem: `must have ${columns.length} fields` }
    }
    assertColumns(header, columns) // a file without a line
  } catch (error) {
    throw explained(error, file)
  }
}
