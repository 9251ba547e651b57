import { invalid, notSimulated } from './refusals.ts'
import type { Item, MapValue, Value } from './value.ts'

const deepest = 32
const smallestNumber = 1e-130

/** A number as the document client sends it, and DynamoDB keeps it. */
const numberOf = (value: number): number => {
  if (!Number.isFinite(value)) throw new Error(`Special numeric value ${value} is not allowed`)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Error(`Number ${value} is outside the safe integers.`)
  if (value !== 0 && Math.abs(value) < smallestNumber) throw invalid('Number underflow')
  return value === 0 ? 0 : value // there is no negative zero
}

const listOf = (list: readonly unknown[], level: number): Value[] => {
  const copy: Value[] = []
  for (const value of list) if (value !== undefined && typeof value !== 'function') copy.push(takeIn(value, level + 1))
  return copy
}

/** Without what is undefined, and without `__proto__`, which the SDK's marshaller loses. */
const mapOf = (map: object, level: number): MapValue => {
  const copy: Record<string, Value> = {}
  for (const [name, value] of Object.entries(map))
    if (value !== undefined && typeof value !== 'function' && name !== '__proto__') copy[name] = takeIn(value, level + 1)
  return copy
}

/** The SDK's marshaller knows a map by its constructor's name: it is lost where an attribute has this name. */
const isPlain = (value: object) => {
  if (Object.hasOwn(value, 'constructor') && value.constructor)
    throw new Error('Unsupported type passed: a map with an attribute called constructor')
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * A copy of a value as it would lie in the table when the records' client had sent it: `removeUndefinedValues` is on.
 * @throws what the client's marshaller throws, or what DynamoDB refuses
 */
export const takeIn = (value: unknown, level = 1): Value => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return numberOf(value)
  if (typeof value === 'string') {
    if (value.isWellFormed()) return value
    throw notSimulated('half a surrogate pair in a string')
  }
  if (typeof value !== 'object') throw notSimulated(`a value of type ${typeof value}`)
  if (level > deepest) throw invalid('Nesting Levels have exceeded supported limits')
  if (Array.isArray(value)) return listOf(value, level)
  if (isPlain(value)) return mapOf(value, level)
  throw notSimulated(`an instance of ${value.constructor.name}`)
}

/** The same for a whole item, a key, or the values of an expression. */
export const takeInAll = (values: object): Item => {
  const copy: Record<string, Value> = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined && name !== '__proto__') copy[name] = takeIn(value)
  return copy
}

const copyOfValue = (value: Value): Value => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(copyOfValue)
  return copyOf(value as MapValue)
}

/** A copy for the caller, who may do with it what they like. */
export const copyOf = (item: Item): Item => {
  const copy: Record<string, Value> = {}
  for (const name in item) copy[name] = copyOfValue(item[name] ?? null)
  return copy
}
