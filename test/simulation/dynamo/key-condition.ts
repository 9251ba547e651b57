import { assertOperands } from './assert-operands.ts'
import type { Condition, Operand } from './parse-condition.ts'
import type { References } from './references.ts'
import { invalid, notSimulated } from './refusals.ts'
import type { KeyAttribute } from './table.ts'
import { typeOf, type Value } from './value.ts'

const partsOf = (condition: Condition): Condition[] => {
  if (condition.is === 'and') return [...partsOf(condition.one), ...partsOf(condition.other)]
  return [condition]
}

/** The attribute that a part is about, and the values it is compared with. */
const operandsOf = (part: Condition): { readonly of: Operand; readonly values: readonly Operand[] } => {
  if (part.is === 'compared' && part.by !== '<>') return { of: part.one, values: [part.other] }
  if (part.is === 'beginning') return { of: part.of, values: [part.prefix] }
  if (part.is === 'between') return { of: part.of, values: [part.low, part.high] }
  throw invalid('Invalid operator used in KeyConditionExpression')
}

const assertValue = (value: Value, { name, type }: KeyAttribute) => {
  if (typeOf(value) !== type) throw invalid('Condition parameter type does not match schema type')
  if (value === '') throw invalid(`A key attribute cannot contain an empty string value. Key: ${name}`)
}

/** Which key attribute a part is about, its values being fit for it. */
const attributeOf = (part: Condition, keys: readonly KeyAttribute[], references: References): string => {
  const { of, values } = operandsOf(part)
  if (!('path' in of)) throw notSimulated('a key condition that begins with a value')
  const name = references.nameOf(of.path)
  const key = keys.find((attribute) => attribute.name === name)
  if (!key) throw invalid(`Query condition missed key schema element: ${name}`)
  for (const value of values) {
    if (!('value' in value)) throw invalid('A key condition compares with values')
    assertValue(references.valueOf(value.value), key)
  }
  return name
}

/**
 * Reads which partition a key condition means: it is equal to one value, and at most one more condition is about the sort key.
 * @throws a ValidationException for any other condition
 */
export const partitionOf = (condition: Condition, partition: KeyAttribute, sort: KeyAttribute, references: References): Value => {
  const parts = partsOf(condition)
  const names = parts.map((part) => attributeOf(part, [partition, sort], references))
  if (new Set(names).size < names.length) throw invalid('KeyConditionExpressions must only contain one condition per key')
  assertOperands(condition, references)
  const part = parts[names.indexOf(partition.name)]
  if (part?.is !== 'compared') throw invalid(`Query condition missed key schema element: ${partition.name}`)
  if (part.by !== '=') throw invalid('Query key condition not supported')
  return 'value' in part.other ? references.valueOf(part.other.value) : null
}
