import type { Items } from './items.ts'
import type { Key } from './keys.ts'
import type { Bare } from './references.ts'
import { noSuchTable, notSimulated } from './refusals.ts'
import type { Item } from './value.ts'

export interface KeyAttribute {
  readonly name: string
  readonly type: 'S' | 'N'
}

/** A global secondary index. An item is in it when it has both attributes. */
export interface Index {
  readonly partition: KeyAttribute
  readonly sort: KeyAttribute
  /** The attributes it holds beside the keys. */
  readonly projected: 'all' | readonly string[]
}

/** A write that changed something: no image before it for a new item, none after it for one that is gone. */
export interface Change {
  readonly key: Key
  readonly before?: Item
  readonly after?: Item
}

/** The table as every command sees it. */
export interface SimulatedTable {
  readonly name: string
  readonly indexes: Readonly<Record<string, Index>>
  readonly items: Items
  readonly bare: Bare
  readonly onChange: ((change: Change) => void) | undefined
}

/** Refuses another table's name, and whatever a command asks for that is not simulated. */
export const assertKnown = (table: SimulatedTable, input: object, known: ReadonlySet<string>): void => {
  for (const [member, value] of Object.entries(input))
    if (value !== undefined && !known.has(member)) throw notSimulated(`the parameter ${member} here`)
  if (!('TableName' in input) || input.TableName !== table.name) throw noSuchTable()
}
