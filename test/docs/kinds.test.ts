import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { kindsDocument } from '../../docs/kinds-document.ts'

it('docs/kinds.md says what the table of kinds does: `npm run docs` writes it anew', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/kinds.md'), 'utf8')
  expect(document).toContain('| `budgetParts` |')
  expect(kindsDocument()).toBe(document)
})

it.each([
  ['a minute and a half as seconds', '| 90 s |'],
  ['minutes', '| 5 min |'],
  ['a day as hours', '| 24 h |'],
  ['a list of limits', '| 5 in 10 min, 10 in 24 h |'],
  ['no limit', '| any |'],
  ['no wait', '| not at all |'],
])('reads as a person would say it: %s', (_, cell) => {
  expect(kindsDocument()).toContain(cell)
})
