import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { BudgetLevel } from '../policy/budget-level.ts'
import { levelKey } from './keys.ts'
import { isRefused } from './refused.ts'
import { budgetDays } from './reserve-parts.ts'
import { type Table, timeToLive } from './table.ts'

/** Keeps that a budget has come to a level, the first time; the table's stream tells of it. */
export type KeepLevel = (reached: BudgetLevel) => Promise<void>

export const keepLevel =
  (table: Table): KeepLevel =>
  async (reached) => {
    const { kind, day, level } = reached
    const Item = { ...levelKey(kind, day, level), ...reached, ttl: timeToLive(new Date(day), budgetDays) }
    try {
      await table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(PK)' }))
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
