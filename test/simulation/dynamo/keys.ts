import { invalid } from './refusals.ts'
import type { Item, Value } from './value.ts'

/** An item's place in the table. */
export interface Key {
  readonly PK: string
  readonly SK: string
}

const longest = { PK: 2048, SK: 1024 } as const

const keyValue = (name: keyof Key, value: Value | undefined): string => {
  if (typeof value !== 'string') throw invalid('The provided key element does not match the schema')
  if (value === '')
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    )
  if (Buffer.byteLength(value) > longest[name]) throw invalid(`The key attribute ${name} is longer than ${longest[name]} bytes`)
  return value
}

/** The key of a whole item. */
export const keyIn = (item: Item): Key => ({ PK: keyValue('PK', item.PK), SK: keyValue('SK', item.SK) })

/** A key as a command gives it: both attributes, and nothing else. */
export const keyOf = (given: Item): Key => {
  if (Object.keys(given).length !== 2) throw invalid('The provided key element does not match the schema')
  return keyIn(given)
}
