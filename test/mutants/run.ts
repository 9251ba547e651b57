import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import { writeSection } from '../../docs/write-section.ts'
import { type Mutant, planted } from './mutant.ts'
import { mutants } from './mutants.ts'
import { section, table } from './table.ts'
import { type Tried, tryMutants } from './try-mutants.ts'

const usage = `Plants known bugs in a copy of the tree, one at a time, and runs for each the test that has to catch it.

  npm run mutants                     all of them; writes their table into docs/proof.md
  npm run mutants -- --only <words>   those whose names hold these words

Fails when a test passes in spite of its bug, or when a bug does not apply to the code any more.`

const repository = join(import.meta.dirname, '../..')

const chosen = (words: string): readonly Mutant[] => {
  const found = mutants.filter(({ name }) => name.includes(words))
  if (found.length === 0) throw new Error(`No planted bug is called anything like "${words}".`)
  for (const mutant of found) planted(readFileSync(join(repository, mutant.file), 'utf8'), mutant)
  return found
}

/** What is to be said of a bug that was not caught, in a sentence. */
const complaint = ({ mutant: { name, caughtBy }, verdict }: Tried) => {
  const test = `"${caughtBy.test}" of ${caughtBy.file}`
  if (typeof verdict === 'string') return `NOT CAUGHT  ${name}: ${test} passes all the same`
  const [why] = stripVTControlCharacters(verdict.broken).split('\n', 1)
  return `UNPROVEN    ${name}: ${test} fails by no assertion (${why})`
}

/** Tries them all, with a line of progress where somebody looks. @returns what was not caught */
const tryAll = async (all: readonly Mutant[]): Promise<Tried[]> => {
  const uncaught: Tried[] = []
  let tried = 0
  const clear = () => process.stderr.isTTY && process.stderr.write('\r\x1b[K')
  await tryMutants(all, (one) => {
    tried += 1
    clear()
    if (one.verdict !== 'failed') {
      uncaught.push(one)
      console.log(complaint(one))
    }
    if (process.stderr.isTTY) process.stderr.write(`${tried} of ${all.length} tried: ${one.mutant.name}`.slice(0, 100))
  })
  clear()
  return uncaught
}

const main = async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean', default: false } } })
  if (values.help) return console.log(usage)
  const all = chosen(values.only ?? '')
  const uncaught = await tryAll(all)
  const minutes = (process.uptime() / 60).toFixed(1)
  console.log(`${all.length - uncaught.length} of ${all.length} planted bugs were caught, in ${minutes} minutes.`)
  process.exitCode = uncaught.length > 0 ? 1 : 0 // vitest leaves that of its last failure
  if (uncaught.length === 0 && values.only === undefined) writeSection('proof.md', section, table(mutants))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit() // also where a test is caught in a loop
