import { commit } from './commit.ts'
import type { PlannedWrite } from './planned-write.ts'
import { conditionFailed, invalid } from './refusals.ts'
import type { SimulatedTable } from './table.ts'
import { copyOf } from './take-in.ts'
import type { Item } from './value.ts'

const only = (item: Item, names: readonly string[]): Item | undefined => {
  const there = names.filter((name) => Object.hasOwn(item, name))
  return there.length === 0 ? undefined : Object.fromEntries(there.map((name) => [name, item[name] ?? null]))
}

const returned = (wanted: string | undefined, before: Item | undefined, after: Item | undefined, targets: readonly string[]) => {
  switch (wanted ?? 'NONE') {
    case 'NONE':
      return undefined
    case 'ALL_OLD':
      return before
    case 'ALL_NEW':
      return after
    case 'UPDATED_OLD':
      return before && only(before, targets)
    case 'UPDATED_NEW':
      return after && only(after, targets)
    default:
      throw invalid(`ReturnValues can not be ${wanted}`)
  }
}

const ofPutAndDelete = new Set([undefined, 'NONE', 'ALL_OLD'])

/** Refuses what only an update can return. */
export const assertReturnable = (wanted: string | undefined): void => {
  if (!ofPutAndDelete.has(wanted)) throw invalid('Return values set to invalid value')
}

/** Makes one write, or throws why not. */
export const write = (table: SimulatedTable, planned: PlannedWrite, wanted: string | undefined): object => {
  const before = table.items.get(planned.key)
  if (!planned.isAllowed(before)) throw conditionFailed(planned.shows ? before : undefined)
  const after = planned.after(before)
  const attributes = returned(wanted, before, after, planned.targets)
  commit(table, planned.key, before, after)
  return attributes ? { Attributes: copyOf(attributes) } : {}
}
