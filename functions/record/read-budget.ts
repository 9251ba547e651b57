import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { DayBudget } from '../policy/budget-shards.ts'
import { shardsOf } from './keys.ts'
import type { Table } from './table.ts'

const Counter = z.object({ reserved: z.number() })

/** How many parts of a day's budget are reserved now. Strongly consistent. */
export type ReadBudget = (budget: Pick<DayBudget, 'kind' | 'day'>) => Promise<number>

export const readBudget =
  ({ client, name }: Pick<Table, 'client' | 'name'>): ReadBudget =>
  async ({ kind, day }) => {
    let reserved = 0
    const counters = paginateQuery(
      { client },
      {
        TableName: name,
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :budget AND begins_with(SK, :shard)',
        ExpressionAttributeValues: shardsOf(kind, day),
      },
    )
    for await (const { Items = [] } of counters) for (const item of Items) reserved += Counter.parse(item).reserved
    return reserved
  }
