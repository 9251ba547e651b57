import type { TestCase, TestModule } from 'vitest/node'
import { startVitest } from 'vitest/node'

/**
 * - passed
 * - failed: by an assertion of its own, directly or inside a property
 * - broken: by anything else, so that it says nothing of what it tests; in words
 */
export type Verdict = 'passed' | 'failed' | { readonly broken: string }

/** The project of vitest.config.ts to which a test file belongs. */
const projectOf = (file: string) => ['records', 'local'].find((project) => file.startsWith(`test/${project}/`)) ?? 'rules'

const patternOf = (tests: readonly string[]) => new RegExp(`^(${tests.map((test) => RegExp.escape(test)).join('|')})$`)

interface Failure {
  readonly name?: string
  readonly message?: string
  readonly cause?: unknown
}

const isAssertion = ({ name, cause }: Failure): boolean =>
  name === 'AssertionError' || (typeof cause === 'object' && cause !== null && isAssertion(cause))

const verdictOf = (test: TestCase): Verdict => {
  const { state, errors = [] } = test.result()
  if (state === 'passed') return 'passed'
  if (state !== 'failed') return { broken: `it was ${state}` }
  return errors.some(isAssertion) ? 'failed' : { broken: errors.map(({ name, message }) => `${name}: ${message}`).join('; ') }
}

const verdictsOf = (module: TestModule): [string, Verdict][] =>
  [...module.children.allTests()]
    .filter((test) => test.result().state !== 'skipped')
    .map((test) => [test.fullName, verdictOf(test)])

/** What kept a file's tests from being run at all, e.g. an import that failed. */
const errorsOf = (modules: readonly TestModule[]) => modules.flatMap((module) => module.errors()).map(({ message }) => message)

/**
 * Runs some tests of one file, in a vitest of its own, which has nothing in its memory of the tree as it was before.
 * @param root the tree
 * @returns a verdict by the test's whole name
 */
export const runTests = async (root: string, file: string, tests: readonly string[]): Promise<ReadonlyMap<string, Verdict>> => {
  const vitest = await startVitest([file], {
    root,
    project: [projectOf(file)],
    testNamePattern: patternOf(tests),
    watch: false,
    cache: false,
    pool: 'threads', // a test that a bug keeps from ending goes with this process
    maxWorkers: 1,
    reporters: [{}],
    onConsoleLog: () => false,
  })
  try {
    const modules = vitest.state.getTestModules()
    const [broken] = errorsOf(modules)
    const verdicts = new Map(modules.flatMap(verdictsOf))
    return new Map(tests.map((test) => [test, verdicts.get(test) ?? { broken: broken ?? 'there is no test of this name' }]))
  } finally {
    await vitest.close()
  }
}
