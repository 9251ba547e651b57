import { same } from './compare.ts'
import type { Key } from './keys.ts'
import type { SimulatedTable } from './table.ts'
import { copyOf } from './take-in.ts'
import type { Item } from './value.ts'

/** Lays an item in its place, or takes it away. A write that leaves all as it was makes no record in the stream. */
export const commit = (
  { items, onChange }: SimulatedTable,
  key: Key,
  before: Item | undefined,
  after: Item | undefined,
): void => {
  if (after === undefined) items.delete(key)
  else items.put(key, after)
  if (onChange && !same(before, after))
    onChange({ key, ...(before && { before: copyOf(before) }), ...(after && { after: copyOf(after) }) })
}
