import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { type DayBudget, type Spending, sharesOf } from '../../policy/budget/budget-shards.ts'
import { budgetKey } from '../keys.ts'
import type { Table } from '../table.ts'

const Counter = z.object({ reserved: z.number(), microUsd: z.number().default(0) })
type Counter = z.infer<typeof Counter>

/** What of a day's budget is reserved now. Strongly consistent. */
export type ReadBudget = (budget: DayBudget) => Promise<Spending>

export const readBudget = ({ client, name }: Pick<Table, 'client' | 'name'>): ReadBudget => {
  const read = async (Key: ReturnType<typeof budgetKey>): Promise<Counter> => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }))
    return Counter.parse(Item ?? { reserved: 0 })
  }
  return async (budget) => {
    const { kind, day } = budget
    const shards = [...sharesOf(budget).keys()]
    const counters = await Promise.all(shards.map((shard) => read(budgetKey(kind, day, shard))))
    const sum = (of: (counter: Counter) => number) => counters.reduce((total, counter) => total + of(counter), 0)
    return { parts: sum(({ reserved }) => reserved), microUsd: sum(({ microUsd }) => microUsd) }
  }
}
