import { randomInt } from 'node:crypto'
import fc from 'fast-check'

const inputs = 100_000

/** What is drawn for one input: which sort it is, and the chance that its parts are made of. */
export interface Drawn<Sort extends string> {
  readonly sort: Sort
  readonly n: number
  readonly junk: string
}

const highest = 0x10ffff
const [firstSurrogate, lastSurrogate] = [0xd800, 0xdfff]
const isCharacter = (code: number) => code < firstSurrogate || code > lastSurrogate
/** Lean: the library's own kinds of characters need seconds to be set up. */
const anyCharacter = fc.oneof(fc.nat(0x7f), fc.nat(highest).filter(isCharacter)).map((code) => String.fromCodePoint(code))

/**
 * Draws 100,000 inputs, each sort as often as its weight says, with another seed each time, which is printed.
 * @param check is told how many came before, so that an input can have an id of its own
 */
export const everyRun = async <Sort extends string>(
  name: string,
  weights: Readonly<Record<Sort, number>>,
  check: (drawn: Drawn<Sort>, before: number) => Promise<void>,
): Promise<void> => {
  const seed = randomInt(2 ** 31)
  process.stdout.write(`${name}: ${inputs} inputs of seed ${seed}\n`)
  const sorts = Object.entries<number>(weights).map(([sort, weight]) => ({ weight, arbitrary: fc.constant(sort as Sort) }))
  const drawn = fc.record({ sort: fc.oneof(...sorts), n: fc.nat(), junk: fc.string({ unit: anyCharacter, maxLength: 12 }) })
  let before = 0
  await fc.assert(
    fc.asyncProperty(drawn, async (one) => check(one, before++)),
    { seed, numRuns: inputs },
  )
}
