import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { assertOperands } from './assert-operands.ts'
import { compare } from './compare.ts'
import { isTrue } from './evaluate-condition.ts'
import { partitionOf } from './key-condition.ts'
import { type Condition, parseCondition } from './parse-condition.ts'
import { type References, referencesOf } from './references.ts'
import { invalid } from './refusals.ts'
import { sizeOf } from './size-of.ts'
import { assertKnown, type Index, type SimulatedTable } from './table.ts'
import { copyOf, takeInAll } from './take-in.ts'
import type { Item, Value } from './value.ts'

const known = new Set([
  'TableName',
  'IndexName',
  'KeyConditionExpression',
  'FilterExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ScanIndexForward',
  'Limit',
  'ConsistentRead',
  'ExclusiveStartKey',
])
const mostBytes = 1024 * 1024

const tableItself: Index = { partition: { name: 'PK', type: 'S' }, sort: { name: 'SK', type: 'S' }, projected: 'all' }

const pathOf = (table: SimulatedTable, { IndexName, ConsistentRead }: QueryCommandInput): Index => {
  if (IndexName === undefined) return tableItself
  const index = Object.hasOwn(table.indexes, IndexName) ? table.indexes[IndexName] : undefined
  if (!index) throw invalid(`The table does not have the specified index: ${IndexName}`)
  if (ConsistentRead) throw invalid('Consistent reads are not supported on global secondary indexes')
  return index
}

/** In the order of the index; items that share a place in it lie in the order of their keys, which DynamoDB does not promise. */
const byOrderOf =
  (index: Index) =>
  (one: Item, other: Item): number =>
    compare(one[index.sort.name], other[index.sort.name]) || compare(one.PK, other.PK) || compare(one.SK, other.SK) || 0

const candidates = (table: SimulatedTable, index: Index, partition: Value): Item[] => {
  if (index === tableItself) return table.items.inPartition(String(partition))
  return table.items
    .all()
    .filter(
      (item) =>
        Object.hasOwn(item, index.sort.name) &&
        Object.hasOwn(item, index.partition.name) &&
        item[index.partition.name] === partition,
    )
}

const keyNames = (index: Index) => new Set(['PK', 'SK', index.partition.name, index.sort.name])

const pick = (item: Item, names: ReadonlySet<string>): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)))

const projected = (item: Item, index: Index): Item =>
  index.projected === 'all' ? item : pick(item, new Set([...keyNames(index), ...index.projected]))

const startOf = (input: QueryCommandInput, index: Index): Item | undefined => {
  if (input.ExclusiveStartKey === undefined) return undefined
  const start = takeInAll(input.ExclusiveStartKey)
  const names = keyNames(index)
  if (Object.keys(start).length !== names.size || ![...names].every((name) => Object.hasOwn(start, name)))
    throw invalid('The provided starting key is invalid')
  return start
}

/** As many as a page holds: `Limit` items, or a megabyte, whichever comes first. */
const pageOf = (items: readonly Item[], limit: number): { readonly page: readonly Item[]; readonly cut: boolean } => {
  let bytes = 0
  const page: Item[] = []
  for (const item of items) {
    bytes += sizeOf(item)
    if (page.length > 0 && bytes > mostBytes) return { page, cut: true }
    page.push(item)
    if (page.length === limit) return { page, cut: true }
  }
  return { page, cut: false }
}

const filterOf = (filter: Condition | undefined, references: References) => {
  if (filter) assertOperands(filter, references)
  return (item: Item) => filter === undefined || isTrue(filter, item, references)
}

/** Answers a query of the table or of an index, which knows every write at once here. */
export const query = (table: SimulatedTable, input: QueryCommandInput): object => {
  assertKnown(table, input, known)
  if (input.Limit !== undefined && input.Limit < 1) throw invalid('Limit must be 1 or more')
  const index = pathOf(table, input)
  const condition = parseCondition(input.KeyConditionExpression ?? '')
  const filter = input.FilterExpression === undefined ? undefined : parseCondition(input.FilterExpression)
  const references = referencesOf(input, table.bare, [condition, filter])
  const partition = partitionOf(condition.meaning, index.partition, index.sort, references)
  const passes = filterOf(filter?.meaning, references)
  const [order, direction] = [byOrderOf(index), input.ScanIndexForward === false ? -1 : 1]
  const start = startOf(input, index)
  const found = candidates(table, index, partition)
    .filter((item) => isTrue(condition.meaning, item, references))
    .filter((item) => start === undefined || order(item, start) * direction > 0)
    .sort((one, other) => order(one, other) * direction)
  const { page, cut } = pageOf(
    found.map((item) => projected(item, index)),
    input.Limit ?? Number.POSITIVE_INFINITY,
  )
  const Items = page.filter(passes).map(copyOf)
  const last = cut ? page.at(-1) : undefined
  return {
    Items,
    Count: Items.length,
    ScannedCount: page.length,
    ...(last && { LastEvaluatedKey: pick(last, keyNames(index)) }),
  }
}
