import { type Row, rows } from './rows.ts'

/** A test that passed, and what it saw. */
export interface Observation {
  /** As the test is called, e.g. "F28, F33: the task has timed out". */
  readonly name: string
  readonly seen: string
}

const faultsOf = (name: string): readonly string[] => /^([FR]\d+(?:, [FR]\d+)*): /.exec(name)?.[1]?.split(', ') ?? []

const sentence = (name: string) => name.replace(/^[^:]*: /, '')
const cell = (text: string) => text.replaceAll('|', '\\|')
const line = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`

const linesOf = ({ fault, what, elsewhere }: Row, observations: readonly Observation[]) => {
  const own = observations
    .filter(({ name }) => faultsOf(name).includes(fault))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, seen }) => line(fault, what, sentence(name), seen))
  return elsewhere === undefined ? own : [...own, line(fault, what, '–', elsewhere)]
}

/** Which faults have neither a test nor a sentence that says where they are met. */
export const unmet = (observations: readonly Observation[]): string[] =>
  rows.filter((row) => linesOf(row, observations).length === 0).map(({ fault }) => fault)

/** The table of docs/proof.md: the same for the same behaviour, whenever and wherever it was seen. */
export const faultTable = (observations: readonly Observation[]): string =>
  [line('fault', 'what happens', 'test', 'seen'), '|---|---|---|---|', ...rows.flatMap((row) => linesOf(row, observations))].join(
    '\n',
  )
