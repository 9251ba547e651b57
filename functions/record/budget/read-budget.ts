import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { type DayBudget, type Spending, sharesOf } from '../../policy/budget/budget-shards.ts'
import { budgetKey } from '../keys.ts'
import type { Table } from '../table.ts'

const Counter = z.object({ reserved: z.number(), microUsd: z.number().default(0) })

/** What of a day's budget is reserved now. Strongly consistent. */
export type ReadBudget = (budget: DayBudget) => Promise<Spending>

export const readBudget =
  ({ client, name }: Pick<Table, 'client' | 'name'>): ReadBudget =>
  async (budget) => {
    const { kind, day } = budget
    let [parts, microUsd] = [0, 0]
    for (const shard of sharesOf(budget).keys()) {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: budgetKey(kind, day, shard), ConsistentRead: true }),
      )
      const counter = Counter.parse(Item ?? { reserved: 0 })
      parts += counter.reserved
      microUsd += counter.microUsd
    }
    return { parts, microUsd }
  }
