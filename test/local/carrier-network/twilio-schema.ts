import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Schema {
  $ref?: string
  type?: string
  nullable?: boolean
  enum?: unknown[]
  pattern?: string
  format?: string
  properties?: Record<string, Schema>
}
interface Operation {
  responses: Record<string, { content: Record<string, { schema: Schema }> }>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** The vendor's own, which lies beside the repository on some machines and is no part of it. */
const file = join(import.meta.dirname, '../../../../shared/data/twilio-messages.openapi.json')
export const hasSchema = existsSync(file)

const types: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  object: (value) => typeof value === 'object',
}
const formats: Record<string, RegExp> = {
  'date-time-rfc-2822': /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/,
  currency: /^[A-Z]{3}$/i,
}

const faultsIn = (document: Document, value: unknown, name: string, schema: Schema): string[] => {
  if (schema.$ref !== undefined) {
    const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return found === undefined ? [`${name}: no schema`] : faultsIn(document, value, name, found)
  }
  if (value === null) return schema.nullable ? [] : [`${name}: null`]
  const isRight =
    types[schema.type ?? '']?.(value) &&
    (schema.enum?.includes(value) ?? true) &&
    new RegExp(schema.pattern ?? '').test(String(value)) &&
    (formats[schema.format ?? ''] ?? /(?:)/).test(String(value))
  if (!isRight) return [`${name}: ${JSON.stringify(value)}`]
  if (schema.properties === undefined) return []
  const fields = value as Record<string, unknown>
  const unknown = Object.keys(fields).filter((field) => !(field in (schema.properties ?? {})))
  const known = Object.entries(schema.properties)
  const faults = known.flatMap(([field, inner]) => faultsIn(document, fields[field], `${name}.${field}`, inner))
  return [...unknown.map((field) => `${name}.${field}: unknown`), ...faults]
}

/** @returns what in an answer is missing, unknown or wrong by the vendor's schema, e.g. ["answer.status: \"lost\""] */
export const faultsOf = async (method: 'post' | 'get', path: string, response: Response) => {
  const document: Document = JSON.parse(readFileSync(file, 'utf8'))
  const schema = document.paths[path]?.[method]?.responses[response.status]?.content['application/json']?.schema
  return schema === undefined ? [`no ${response.status} there`] : faultsIn(document, await response.json(), 'answer', schema)
}
