import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schemas, templateSchema } from '../../docs/schemas.ts'

const docs = join(import.meta.dirname, '../../docs')

it.each([
  ...Object.entries(schemas).map(([name, schema]) => [join('schemas', name), schema]),
  ['template.schema.json', templateSchema],
])('%s says what the code says: `npm run docs` writes it anew', (name, schema) => {
  expect(readFileSync(join(docs, name), 'utf8')).toBe(schema)
})
