import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { personalDataOpening, personalDataTable } from '../../docs/personal-data-table.ts'
import { withSection } from '../../docs/write-section.ts'

const repository = join(import.meta.dirname, '../..')
const document = readFileSync(join(repository, 'docs/security.md'), 'utf8')

const sectionOf = (title: string) => document.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
const threats = sectionOf('Threats, along the path')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| arrow'))
const testsIn = (text: string) => [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path)

it('knows a threat for each arrow of the path, and who stands beside it', () => {
  expect(threats.length).toBeGreaterThan(15)
})

it.each(threats.map((row) => [row.split(' | ')[1] ?? '', row] as const))('names a test: %s', (_threat, row) => {
  expect(row.split(' | ')).toHaveLength(4)
  expect(testsIn(row)).not.toEqual([])
})

it.each([...new Set(testsIn(document))])('%s, by which docs/security.md shows something, is there', (path) => {
  expect(existsSync(join(repository, path))).toBe(true)
})

it('docs/security.md lists the places that the search of the end-to-end tests knows: `npm run docs` writes them anew', () => {
  expect(document).toContain('| the request queue: bodies |')
  expect(withSection(document, personalDataOpening, personalDataTable())).toBe(document)
})
