import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { BudgetLevel } from '../../policy/budget/budget-level.ts'
import { levelKey } from '../keys.ts'
import { isRefused } from '../refused.ts'
import { setting } from '../setting.ts'
import { type Table, timeToLive } from '../table.ts'
import { budgetDays } from './reserve-parts.ts'

/** Keeps that a budget has come to a level, the first time; the table's stream tells of it. */
export type KeepLevel = (reached: BudgetLevel) => Promise<void>

/** A level that is kept is written no more by the same function: every text of a kind whose budget is spent comes here, to one item. */
export const keepLevel = (table: Table): KeepLevel => {
  const kept = new Set<string>()
  return async (reached) => {
    const { kind, day, level } = reached
    const Key = levelKey(kind, day, level)
    const name = `${Key.PK} ${Key.SK}`
    if (kept.has(name)) return
    const update = setting(new Map(Object.entries({ ...reached, ttl: timeToLive(new Date(day), budgetDays) })))
    const ConditionExpression = 'attribute_not_exists(PK)'
    try {
      await table.client.send(new UpdateCommand({ TableName: table.name, Key, ...update, ConditionExpression }))
    } catch (error) {
      if (!isRefused(error)) throw error
    }
    kept.add(name)
  }
}
