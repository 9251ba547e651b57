import { setTimeout as sleep } from 'node:timers/promises'
import { type Mutant, planted } from './mutant.ts'
import { runTests, type Verdict } from './run-tests.ts'
import { scratchCopy } from './scratch-copy.ts'

/** What became of a bug: its test failed by an assertion, passed all the same, or broke, so that nobody knows. */
export interface Tried {
  readonly mutant: Mutant
  readonly verdict: Verdict
}

type Tell = (tried: Tried) => void
type Copy = ReturnType<typeof scratchCopy>

/** As many at a time as there is work for two cores. */
const lanes = 2

/** Without a bug the tests have to pass, or their failure would prove nothing. */
const assertPassing = async ({ root }: Copy, file: string, tests: readonly string[]) => {
  for (const [test, verdict] of await runTests(root, file, tests))
    if (verdict !== 'passed') {
      const why = verdict === 'failed' ? 'it fails' : verdict.broken
      throw new Error(`"${test}" of ${file} does not pass without any bug: ${why}`)
    }
}

/** A bug can make a loop without an end, which only the end of this process stops. */
const mostMinutes = 3

const tryOne = async (copy: Copy, mutant: Mutant): Promise<Tried> => {
  const { file, test } = mutant.caughtBy
  const runOne = async () => (await runTests(copy.root, file, [test])).get(test) ?? { broken: 'it was not run' }
  const tooLong = () => sleep(mostMinutes * 60_000, { broken: `it did not end within ${mostMinutes} minutes` }, { ref: false })
  const run = () => Promise.race([runOne(), tooLong()])
  return { mutant, verdict: await copy.changed(mutant.file, (source) => planted(source, mutant), run) }
}

/** Those that one test file catches are tried one after the other, so that its tests run only once without a bug. */
const tryFile = async (copy: Copy, file: string, mutants: readonly Mutant[], tell: Tell) => {
  await assertPassing(copy, file, [...new Set(mutants.map(({ caughtBy }) => caughtBy.test))])
  for (const mutant of mutants) tell(await tryOne(copy, mutant))
}

/**
 * Plants bugs in copies of the tree, one at a time in each, and runs for each the one test that has to catch it.
 * @param tell hears of each as soon as it was tried
 * @throws where a test does not pass without a bug
 */
export const tryMutants = async (mutants: readonly Mutant[], tell: Tell): Promise<void> => {
  const byFile = Map.groupBy(mutants, ({ caughtBy }) => caughtBy.file)
  const files = [...byFile].toSorted(([, a], [, b]) => b.length - a.length)
  const lane = async () => {
    const copy = scratchCopy()
    for (let next = files.shift(); next; next = files.shift()) await tryFile(copy, ...next, tell)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
