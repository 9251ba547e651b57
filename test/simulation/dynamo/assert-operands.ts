import { compare } from './compare.ts'
import type { Comparator, Condition, Operand } from './parse-condition.ts'
import type { References } from './references.ts'
import { invalid } from './refusals.ts'
import { typeOf, type Value } from './value.ts'

const given = (operand: Operand, references: References): Value | undefined =>
  'value' in operand ? references.valueOf(operand.value) : undefined

const assertOrdered = (operand: Operand, operator: string, references: References) => {
  const value = given(operand, references)
  if (value !== undefined && typeof value !== 'string' && typeof value !== 'number')
    throw invalid(
      `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(value)}`,
    )
}

const assertPrefix = (prefix: Operand, references: References) => {
  const value = given(prefix, references)
  if (value !== undefined && typeof value !== 'string')
    throw invalid(
      `Incorrect operand type for operator or function; operator or function: begins_with, operand type: ${typeOf(value)}`,
    )
}

const assertBounds = (low: Operand, high: Operand, references: References) => {
  const [lower, upper] = [given(low, references), given(high, references)]
  if (lower === undefined || upper === undefined) return
  const order = compare(lower, upper)
  if (order === undefined) throw invalid('The BETWEEN operator requires same data type for lower and upper bounds')
  if (order > 0) throw invalid('The BETWEEN operator requires upper bound to be greater than or equal to lower bound')
}

const assertDistinct = (one: Operand, other: Operand, operator: Comparator, { nameOf }: References) => {
  if ('path' in one && 'path' in other && nameOf(one.path) === nameOf(other.path))
    throw invalid(
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}`,
    )
}

const assertComparable = (one: Operand, other: Operand, by: Comparator, references: References) => {
  assertDistinct(one, other, by, references)
  if (by !== '=' && by !== '<>') for (const operand of [one, other]) assertOrdered(operand, by, references)
}

/** Refuses what DynamoDB refuses before it looks at any item: values of a type that an operator does not take. */
export const assertOperands = (condition: Condition, references: References): void => {
  if (condition.is === 'and' || condition.is === 'or' || condition.is === 'not') assertOperands(condition.one, references)
  if (condition.is === 'and' || condition.is === 'or') assertOperands(condition.other, references)
  if (condition.is === 'beginning') assertPrefix(condition.prefix, references)
  if (condition.is === 'compared') assertComparable(condition.one, condition.other, condition.by, references)
  if (condition.is === 'between') {
    for (const operand of [condition.of, condition.low, condition.high]) assertOrdered(operand, 'BETWEEN', references)
    assertBounds(condition.low, condition.high, references)
  }
}
