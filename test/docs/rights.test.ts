import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rightsDocument } from '../../docs/rights-document.ts'

const document = readFileSync(join(import.meta.dirname, '../../docs/rights.md'), 'utf8')

it('docs/rights.md says what the template gives: `npm run docs` writes it anew', () => {
  expect(rightsDocument()).toBe(document)
}, 60_000)

it('docs/rights.md has a reason for every right on everything', () => {
  const onEverything = document.split('\n').filter((line) => line.split(' | ')[1]?.includes('`*`'))
  expect(onEverything).toHaveLength(5)
  for (const line of onEverything) expect(line.split(' | ').at(-1)).toMatch(/^[A-Z].{20,}/)
})
