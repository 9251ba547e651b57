import { Reader } from './tokens.ts'

/** An expression as it was understood, with the names and values it uses. */
export interface Parsed<Meaning> {
  readonly meaning: Meaning
  readonly names: ReadonlySet<string>
  readonly values: ReadonlySet<string>
}

/** Makes a parser that reads each expression once; a product has few of them, and uses them without end. */
export const parserOf = <Meaning>(read: (reader: Reader) => Meaning): ((expression: string) => Parsed<Meaning>) => {
  const known = new Map<string, Parsed<Meaning>>()
  return (expression) => {
    const before = known.get(expression)
    if (before) return before
    const reader = new Reader(expression)
    const meaning = read(reader)
    if (!reader.isDone()) throw reader.unexpected()
    const parsed = { meaning, names: reader.names, values: reader.values }
    known.set(expression, parsed)
    return parsed
  }
}
