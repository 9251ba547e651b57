import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemas } from './schemas.ts'

const folder = join(import.meta.dirname, 'schemas')
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, name), schema)
  console.log(`docs/schemas/${name}`)
}
