import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schemas } from '../../docs/schemas.ts'

it.each(Object.entries(schemas))('%s says what the code says: `npm run docs` writes it anew', (name, schema) => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/schemas', name), 'utf8')).toBe(schema)
})
