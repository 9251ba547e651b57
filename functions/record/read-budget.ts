import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { type DayBudget, sharesOf } from '../policy/budget-shards.ts'
import { budgetKey } from './keys.ts'
import type { Table } from './table.ts'

const Counter = z.object({ reserved: z.number() })

/** How many parts of a day's budget are reserved now. Strongly consistent. */
export type ReadBudget = (budget: DayBudget) => Promise<number>

export const readBudget =
  ({ client, name }: Pick<Table, 'client' | 'name'>): ReadBudget =>
  async (budget) => {
    const { kind, day } = budget
    let reserved = 0
    for (const shard of sharesOf(budget).keys()) {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: budgetKey(kind, day, shard), ConsistentRead: true }),
      )
      if (Item) reserved += Counter.parse(Item).reserved
    }
    return reserved
  }
