import type { Source, Update } from './parse-update.ts'
import { attributeOf, type References, resolve } from './references.ts'
import { invalid, notSimulated } from './refusals.ts'
import { type Item, typeOf, type Value } from './value.ts'

/** The attributes that an update names as its targets. */
export const targetsOf = ({ set, remove, add }: Update, { nameOf }: References): string[] =>
  [...set.map(({ path }) => path), ...remove, ...add.map(({ path }) => path)].map(nameOf)

const wrongType = (operator: string, value: Value) =>
  invalid(`Incorrect operand type for operator or function; operator: ${operator}, operand type: ${typeOf(value)}`)

const assertNumber = (source: Source, references: References) => {
  const value = 'value' in source ? references.valueOf(source.value) : undefined
  if (value !== undefined && typeof value !== 'number') throw wrongType('+', value)
}

/** Refuses what DynamoDB refuses before it looks at the item. */
export const assertUpdate = (update: Update, references: References): void => {
  const targets = targetsOf(update, references)
  if (new Set(targets).size < targets.length) throw invalid('Two document paths overlap with each other')
  for (const { to } of update.set) if ('sign' in to) for (const one of [to.one, to.other]) assertNumber(one, references)
  for (const { value } of update.add) {
    const added = resolve(value, {}, references) ?? null
    if (typeof added !== 'number') throw wrongType('ADD', added)
  }
}

/** Doubles are not DynamoDB's decimals: only sums of integers are sure to be the same. */
const sum = (one: Value, other: Value): number => {
  if (typeof one !== 'number' || typeof other !== 'number')
    throw invalid('An operand in the update expression has an incorrect data type')
  if (Number.isSafeInteger(one) && Number.isSafeInteger(other) && Number.isSafeInteger(one + other)) return one + other || 0
  throw notSimulated('sums of anything but safe integers')
}

const valueFrom = (source: Source, before: Item, references: References): Value => {
  if ('sign' in source) {
    const other = valueFrom(source.other, before, references)
    return sum(valueFrom(source.one, before, references), typeof other === 'number' ? source.sign * other : other)
  }
  if ('unlessThere' in source) {
    const there = attributeOf(before, references.nameOf(source.unlessThere))
    return there === undefined ? valueFrom(source.otherwise, before, references) : there
  }
  const value = resolve(source, before, references)
  if (value === undefined) throw invalid('The provided expression refers to an attribute that does not exist in the item')
  return value
}

/**
 * The item as an update leaves it; every value is taken from the item as it was before.
 * @throws a ValidationException where a value is not there, or no number where one is needed
 */
export const updated = (before: Item, { set, remove, add }: Update, references: References): Item => {
  const after: Record<string, Value> = { ...before }
  for (const { path, to } of set) after[references.nameOf(path)] = valueFrom(to, before, references)
  for (const path of remove) delete after[references.nameOf(path)]
  for (const { path, value } of add) {
    const name = references.nameOf(path)
    const there = attributeOf(before, name)
    after[name] = sum(there === undefined ? 0 : there, resolve(value, before, references) ?? null)
  }
  return after
}
