import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withFallBackTable } from '../../docs/fall-back-table.ts'

it('docs/delivery.md says what the code decides: `npm run docs` writes its table anew', () => {
  const document = readFileSync(join(import.meta.dirname, '../../docs/delivery.md'), 'utf8')
  expect(document).toContain('| unclassified |')
  expect(withFallBackTable(document)).toBe(document)
})
