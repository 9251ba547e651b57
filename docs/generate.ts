import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledPackages } from './bundled-packages.ts'
import { withFallBackTable } from './fall-back-table.ts'
import { kindsDocument } from './kinds-document.ts'
import { licences } from './licences.ts'
import { personalDataOpening, personalDataTable } from './personal-data-table.ts'
import { shippedPreview } from './preview-picture.ts'
import { rightsDocument } from './rights-document.ts'
import { schemas, templateSchema } from './schemas.ts'
import { writeSection } from './write-section.ts'

const schemaFolder = join(import.meta.dirname, 'schemas')
mkdirSync(schemaFolder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(schemaFolder, name), schema)
  console.log(`docs/schemas/${name}`)
}

writeFileSync(join(import.meta.dirname, 'template.schema.json'), templateSchema)
console.log('docs/template.schema.json')

writeFileSync(join(import.meta.dirname, 'template-preview.svg'), await shippedPreview())
console.log('docs/template-preview.svg')

const delivery = join(import.meta.dirname, 'delivery.md')
writeFileSync(delivery, withFallBackTable(readFileSync(delivery, 'utf8')))
console.log('docs/delivery.md')

writeFileSync(join(import.meta.dirname, 'kinds.md'), kindsDocument())
console.log('docs/kinds.md')

writeSection('security.md', personalDataOpening, personalDataTable())
console.log('docs/security.md')

writeFileSync(join(import.meta.dirname, 'licences.md'), licences(bundledPackages()))
console.log('docs/licences.md')

writeFileSync(join(import.meta.dirname, 'rights.md'), rightsDocument())
console.log('docs/rights.md')
