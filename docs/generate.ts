import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFallBackTable } from './fall-back-table.ts'
import { rightsDocument } from './rights-document.ts'
import { schemas } from './schemas.ts'

const schemaFolder = join(import.meta.dirname, 'schemas')
mkdirSync(schemaFolder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(schemaFolder, name), schema)
  console.log(`docs/schemas/${name}`)
}

const delivery = join(import.meta.dirname, 'delivery.md')
writeFileSync(delivery, withFallBackTable(readFileSync(delivery, 'utf8')))
console.log('docs/delivery.md')

writeFileSync(join(import.meta.dirname, 'rights.md'), rightsDocument())
console.log('docs/rights.md')
