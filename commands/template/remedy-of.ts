import type { Problem } from '../../functions/notification/problem.ts'
import { Slot } from '../../functions/template/slot.ts'
import { templateFields } from '../../functions/template/template.ts'

/** How a field is written that every template has. */
const lines: Readonly<Record<string, string>> = {
  name: 'name: order-shipped, as the file is called',
  kind: 'kind: order, or another of the kinds',
  brand: 'brand: Example Shop, as people know the sender by',
  description: 'description: and, for reviewers, when the text is sent',
  slots: 'slots: {} where there are none',
  texts: "texts: and by locale what is sent, like en: 'Example Shop: hello.'",
  defaultLocale: 'defaultLocale: en, or another locale of texts',
}

const fieldsOfType = (type: unknown): readonly string[] => {
  const option = Slot.options.find(({ shape }) => shape.type.value === type)
  return option === undefined ? ['type'] : Object.keys(option.shape)
}

/** The type of a slot, by its name, as the file has it. */
type TypeOf = (slot: string) => unknown

const missing = (field: string, typeOf: TypeOf): string | undefined => {
  if (lines[field] !== undefined) return `add ${lines[field]}`
  return field.endsWith('.example') ? 'add a value as a requester would send it' : fieldsAround(field, typeOf)
}

const fieldsAround = (field: string, typeOf: TypeOf): string | undefined => {
  const [top, slot, own, ...within] = field.split('.')
  if (slot === undefined) return `a template has ${Object.keys(templateFields).join(', ')}`
  const isOfSlot = top === 'slots' && own !== undefined && within.length === 0
  return isOfSlot ? `a slot of its type has ${fieldsOfType(typeOf(slot)).join(', ')}` : undefined
}

/** What would be right in place of what the schema found, where its sentence does not say so itself. */
export const remedyOf = ({ field, problem }: Problem, typeOf: TypeOf): string | undefined => {
  if (problem === 'is missing') return missing(field, typeOf)
  if (problem === 'is not known') return fieldsAround(field, typeOf)
  if (problem === 'must be a string') return 'write it in quotes, or YAML reads a number, a date or a yes from it'
  if (problem === 'has no text') return 'write one under texts, or name a locale that has one'
  if (problem === 'has no word for the default locale') return 'add one, as every other locale falls back to it'
  return problem.startsWith('has a placeholder')
    ? 'write {{name}} with the name of a slot, or {{{{ where braces are meant'
    : undefined
}
