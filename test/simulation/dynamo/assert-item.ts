import { invalid } from './refusals.ts'
import { sizeOf } from './size-of.ts'
import type { Index, KeyAttribute } from './table.ts'
import { type Item, typeOf } from './value.ts'

const mostBytes = 400 * 1024

const assertIndexed = (item: Item, { name, type }: KeyAttribute) => {
  const value = Object.hasOwn(item, name) ? item[name] : undefined
  if (value === undefined) return
  if (typeOf(value) !== type)
    throw invalid(
      `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} Actual: ${typeOf(value)}`,
    )
  if (value === '') throw invalid(`One or more parameter values are not valid. A value of an index key is empty. Key: ${name}`)
}

/** Refuses an item that DynamoDB would not keep: too large, or one that an index cannot hold. */
export const assertItem = (item: Item, indexes: Readonly<Record<string, Index>>): Item => {
  for (const name in indexes) {
    const index = indexes[name]
    if (!index) continue
    assertIndexed(item, index.partition)
    assertIndexed(item, index.sort)
  }
  if (sizeOf(item) > mostBytes) throw invalid('Item size has exceeded the maximum allowed size')
  return item
}
