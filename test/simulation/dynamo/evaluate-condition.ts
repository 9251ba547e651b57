import { compare, same } from './compare.ts'
import type { Comparator, Condition } from './parse-condition.ts'
import { attributeOf, type References, resolve } from './references.ts'
import type { Item, Value } from './value.ts'

const holds: Readonly<Record<Comparator, (one: Value | undefined, other: Value | undefined) => boolean>> = {
  '=': (one, other) => one !== undefined && same(one, other),
  '<>': (one, other) => one === undefined || !same(one, other),
  '<': (one, other) => (compare(one, other) ?? 0) < 0,
  '<=': (one, other) => (compare(one, other) ?? 1) <= 0,
  '>': (one, other) => (compare(one, other) ?? 0) > 0,
  '>=': (one, other) => (compare(one, other) ?? -1) >= 0,
}

const begins = (value: Value | undefined, prefix: Value | undefined) =>
  typeof value === 'string' && typeof prefix === 'string' && value.startsWith(prefix)

/** Whether a condition holds for an item; one that is not there has no attributes. */
export const isTrue = (condition: Condition, item: Item, references: References): boolean => {
  switch (condition.is) {
    case 'and':
      return isTrue(condition.one, item, references) && isTrue(condition.other, item, references)
    case 'or':
      return isTrue(condition.one, item, references) || isTrue(condition.other, item, references)
    case 'not':
      return !isTrue(condition.one, item, references)
    case 'there':
      return attributeOf(item, references.nameOf(condition.path)) !== undefined
    case 'not there':
      return attributeOf(item, references.nameOf(condition.path)) === undefined
    case 'beginning':
      return begins(resolve(condition.of, item, references), resolve(condition.prefix, item, references))
    case 'compared':
      return holds[condition.by](resolve(condition.one, item, references), resolve(condition.other, item, references))
    case 'between': {
      const value = resolve(condition.of, item, references)
      const [low, high] = [resolve(condition.low, item, references), resolve(condition.high, item, references)]
      return holds['<='](low, value) && holds['<='](value, high)
    }
    case 'among': {
      const value = resolve(condition.of, item, references)
      return condition.all.some((one) => holds['='](value, resolve(one, item, references)))
    }
    default:
      return condition satisfies never
  }
}
