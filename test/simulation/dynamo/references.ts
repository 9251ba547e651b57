import type { Operand } from './parse-condition.ts'
import type { Parsed } from './parsed.ts'
import { invalid, notSimulated } from './refusals.ts'
import { takeInAll } from './take-in.ts'
import type { Item, Value } from './value.ts'

/** The attributes that keys and indexes are made of: known not to be reserved, so an expression may name them bare. */
export type Bare = ReadonlySet<string>

interface Given {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined
  readonly ExpressionAttributeValues?: object | undefined
}

/** What an expression's names and values stand for. */
export interface References {
  readonly nameOf: (name: string) => string
  readonly valueOf: (value: string) => Value
}

const isEmpty = (values: object | undefined) => values !== undefined && Object.keys(values).length === 0

const assertUsed = (defined: object, used: ReadonlySet<string>[], what: string) => {
  for (const name of Object.keys(defined))
    if (!used.some((names) => names.has(name))) throw invalid(`${what} unused in expressions: keys: {${name}}`)
}

const assertNames = (names: ReadonlySet<string>, defined: Readonly<Record<string, string>>, bare: Bare) => {
  for (const name of names) {
    if (name.startsWith('#')) {
      if (!Object.hasOwn(defined, name)) throw invalid(`An expression attribute name is not defined: ${name}`)
    } else if (!bare.has(name)) throw notSimulated(`whether ${name} is a reserved word: write #${name}`)
  }
}

const assertValues = (values: ReadonlySet<string>, defined: Item) => {
  for (const value of values)
    if (!Object.hasOwn(defined, value)) throw invalid(`An expression attribute value is not defined: ${value}`)
}

/**
 * The names and values of a command, all of them defined and all of them used.
 * @throws a ValidationException where one is not
 */
export const referencesOf = (given: Given, bare: Bare, expressions: readonly (Parsed<unknown> | undefined)[]): References => {
  const used = expressions.filter((expression) => expression !== undefined)
  const names = given.ExpressionAttributeNames ?? {}
  const values = takeInAll(given.ExpressionAttributeValues ?? {})
  if (isEmpty(given.ExpressionAttributeNames)) throw invalid('ExpressionAttributeNames must not be empty')
  if (given.ExpressionAttributeValues !== undefined && isEmpty(values))
    throw invalid('ExpressionAttributeValues must not be empty')
  for (const expression of used) {
    assertNames(expression.names, names, bare)
    assertValues(expression.values, values)
  }
  assertUsed(
    names,
    used.map((expression) => expression.names),
    'Value provided in ExpressionAttributeNames',
  )
  assertUsed(
    values,
    used.map((expression) => expression.values),
    'Value provided in ExpressionAttributeValues',
  )
  return { nameOf: (name) => names[name] ?? name, valueOf: (value) => values[value] ?? null }
}

/** What an operand stands for in an item; undefined where the item has no such attribute. */
export const resolve = (operand: Operand, item: Item, references: References): Value | undefined =>
  'path' in operand ? attributeOf(item, references.nameOf(operand.path)) : references.valueOf(operand.value)

export const attributeOf = (item: Item, name: string): Value | undefined => (Object.hasOwn(item, name) ? item[name] : undefined)
