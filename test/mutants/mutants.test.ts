import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withSection } from '../../docs/write-section.ts'
import { planted } from './mutant.ts'
import { mutants } from './mutants.ts'
import { section, table } from './table.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8')

it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('the planted bug applies to the code: %s', (_, mutant) => {
  const source = read(mutant.file)
  expect(planted(source, mutant)).not.toBe(source)
})

it.each([
  ['nothing of it', 0],
  ['one and one', 2],
])('a bug whose line is not there exactly once is an error that names it: %s', (source, times) => {
  const caughtBy = { file: 'a.test.ts', test: 'a test' }
  const mutant = { name: 'a bug', file: 'a-file.ts', find: 'one', replace: 'two', caughtBy, breaks: 'I1' } as const
  expect(() => planted(source, mutant)).toThrow(`"a bug" does not apply any more: a-file.ts has its line ${times} times`)
})

it('every planted bug has a name of its own', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})

it('docs/proof.md has the table of all of them: `npm run mutants` writes it anew', () => {
  const document = read('docs/proof.md')
  expect(withSection(document, section, table(mutants))).toBe(document)
})
