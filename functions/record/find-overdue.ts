import { openIndex } from './open-index.ts'
import { queryIds } from './query-ids.ts'
import type { Table } from './table.ts'

/** The ids of the notifications in one shard of the open ones whose deadline has passed, the longest overdue first. */
export type FindOverdue = (shard: string, now: Date) => AsyncIterable<string>

export const findOverdue =
  (table: Pick<Table, 'client' | 'name'>): FindOverdue =>
  (shard, now) =>
    queryIds(table, {
      IndexName: openIndex.name,
      KeyConditionExpression: '#shard = :shard AND #until < :now',
      ExpressionAttributeNames: { '#shard': openIndex.partition, '#until': openIndex.sort },
      ExpressionAttributeValues: { ':shard': shard, ':now': now.toISOString() },
    })
