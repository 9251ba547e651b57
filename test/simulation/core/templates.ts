import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeMisplaced, parseTemplate } from '../../../commands/template/parse-template.ts'
import type { Template } from '../../../functions/template/template.ts'
import { wordedTemplates } from './worded-templates.ts'

const folder = join(import.meta.dirname, '../../../templates')

/** One of the project's templates for each kind. */
const names = [
  'membership-renewed',
  'order-shipped',
  'parcel-arriving',
  'payment-received',
  'seasonal-sale',
  'sign-in-code',
] as const

const read = (name: string): Template => {
  const parsed = parseTemplate(readFileSync(join(folder, `${name}.yaml`), 'utf8'), name)
  if (!parsed.ok) throw new Error(`${name}: ${parsed.problems.map(describeMisplaced).join('; ')}`)
  return parsed.template
}

const templates = [...names.map(read), ...wordedTemplates]

export const findTemplates = (): readonly Template[] => templates
