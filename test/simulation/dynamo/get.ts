import type { GetCommandInput } from '@aws-sdk/lib-dynamodb'
import { keyOf } from './keys.ts'
import { assertKnown, type SimulatedTable } from './table.ts'
import { copyOf, takeInAll } from './take-in.ts'

const known = new Set(['TableName', 'Key', 'ConsistentRead'])

/** Reads one item; what was written is read at once, consistently or not. */
export const get = (table: SimulatedTable, input: GetCommandInput): object => {
  assertKnown(table, input, known)
  const item = table.items.get(keyOf(takeInAll(input.Key ?? {})))
  return item ? { Item: copyOf(item) } : {}
}
