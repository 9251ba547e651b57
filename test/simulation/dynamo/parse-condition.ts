import { parserOf } from './parsed.ts'
import { invalid, notSimulated } from './refusals.ts'
import type { Reader } from './tokens.ts'

/** An attribute, named as the expression names it, or a value that came with it. */
export type Operand = { readonly path: string } | { readonly value: string }

const comparators = ['=', '<>', '<', '<=', '>', '>='] as const
export type Comparator = (typeof comparators)[number]

export type Condition =
  | { readonly is: 'and' | 'or'; readonly one: Condition; readonly other: Condition }
  | { readonly is: 'not'; readonly one: Condition }
  | { readonly is: 'there' | 'not there'; readonly path: string }
  | { readonly is: 'beginning'; readonly of: Operand; readonly prefix: Operand }
  | { readonly is: 'compared'; readonly by: Comparator; readonly one: Operand; readonly other: Operand }
  | { readonly is: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly is: 'among'; readonly of: Operand; readonly all: readonly Operand[] }

const operand = (reader: Reader): Operand => {
  const value = reader.value()
  if (value !== undefined) return { value }
  if (reader.isCall(['size', 'contains', 'attribute_type'])) throw notSimulated(`the function ${reader.peek()}`)
  return { path: reader.name() }
}

const path = (reader: Reader): string => {
  const argument = operand(reader)
  if ('path' in argument) return argument.path
  throw invalid('Operator or function requires a document path')
}

const beginning = (reader: Reader): Condition => {
  const of = operand(reader)
  reader.expect(',')
  return { is: 'beginning', of, prefix: operand(reader) }
}

const functions = new Map<string, (reader: Reader) => Condition>([
  ['attribute_exists', (reader) => ({ is: 'there', path: path(reader) })],
  ['attribute_not_exists', (reader) => ({ is: 'not there', path: path(reader) })],
  ['begins_with', beginning],
])

const call = (reader: Reader): Condition | undefined => {
  const read = reader.peek(1) === '(' ? functions.get(reader.peek() ?? '') : undefined
  if (!read) return undefined
  reader.expect(reader.peek() ?? '')
  reader.expect('(')
  const condition = read(reader)
  reader.expect(')')
  return condition
}

const operands = (reader: Reader): Operand[] => {
  const all: Operand[] = []
  reader.expect('(')
  do all.push(operand(reader))
  while (reader.takes(','))
  reader.expect(')')
  return all
}

const comparison = (reader: Reader): Condition => {
  const of = operand(reader)
  if (reader.takes('IN')) return { is: 'among', of, all: operands(reader) }
  if (reader.takes('BETWEEN')) {
    const low = operand(reader)
    reader.expect('AND')
    return { is: 'between', of, low, high: operand(reader) }
  }
  const by = comparators.find((comparator) => reader.takes(comparator))
  if (by === undefined) throw reader.unexpected()
  return { is: 'compared', by, one: of, other: operand(reader) }
}

/** Parentheses around nothing but parentheses are refused. */
const inParentheses = (reader: Reader): Condition => {
  const inner = reader.takes('(') ? inParentheses(reader) : undefined
  if (inner && reader.peek() === ')') throw invalid('The expression has redundant parentheses')
  const condition = disjunction(reader, inner)
  reader.expect(')')
  return condition
}

const negation = (reader: Reader): Condition => {
  if (reader.takes('NOT')) return { is: 'not', one: negation(reader) }
  return reader.takes('(') ? inParentheses(reader) : (call(reader) ?? comparison(reader))
}

const conjunction = (reader: Reader, first?: Condition): Condition => {
  let condition = first ?? negation(reader)
  while (reader.takes('AND')) condition = { is: 'and', one: condition, other: negation(reader) }
  return condition
}

const disjunction = (reader: Reader, first?: Condition): Condition => {
  let condition = conjunction(reader, first)
  while (reader.takes('OR')) condition = { is: 'or', one: condition, other: conjunction(reader) }
  return condition
}

/** Reads a condition, a key condition or a filter. */
export const parseCondition = parserOf((reader) => disjunction(reader))
