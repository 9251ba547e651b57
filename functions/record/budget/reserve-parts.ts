import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { budgetLevels } from '../../policy/budget/budget-level.ts'
import { type DayBudget, type Spending, shardsInTurn, sharesOf } from '../../policy/budget/budget-shards.ts'
import { budgetKey } from '../keys.ts'
import { isRefused } from '../refused.ts'
import { type Table, timeToLive } from '../table.ts'
import { inOneOfSomeTries, wasWritten } from '../transaction.ts'

/** Parts that are held back for one attempt, and where they were counted. */
export interface Reservation {
  readonly budget: DayBudget
  readonly shard: number
  readonly spending: Spending
  /** Whether its counter has come to the first level of which somebody is told. */
  readonly isNearlySpent: boolean
}

const Counter = z.object({ reserved: z.number() })

/** What a day's budget was is of interest for a while. */
export const budgetDays = 400

/** Adds to a counter; what is given back is negative. */
const adding = ({ name }: Table, { kind, day }: DayBudget, shard: number, { parts, microUsd }: Spending) => ({
  TableName: name,
  Key: budgetKey(kind, day, shard),
  UpdateExpression: 'ADD #reserved :parts, #microUsd :microUsd',
  ExpressionAttributeNames: { '#reserved': 'reserved', '#microUsd': 'microUsd' },
  ExpressionAttributeValues: { ':parts': parts, ':microUsd': microUsd },
})

const reserveOf = async (
  table: Table,
  budget: DayBudget,
  shard: number,
  share: number,
  spending: Spending,
): Promise<Reservation | 'spent'> => {
  const add = adding(table, budget, shard, spending)
  const ttl = timeToLive(new Date(budget.day), budgetDays)
  const update = {
    ...add,
    UpdateExpression: `SET #share = :share, #ttl = :ttl ${add.UpdateExpression}`,
    ConditionExpression: 'attribute_not_exists(#reserved) OR #reserved <= :most',
    ExpressionAttributeNames: { ...add.ExpressionAttributeNames, '#share': 'share', '#ttl': 'ttl' },
    ExpressionAttributeValues: {
      ...add.ExpressionAttributeValues,
      ':most': share - spending.parts,
      ':share': share,
      ':ttl': ttl,
    },
    ReturnValues: 'UPDATED_NEW' as const,
  }
  return inOneOfSomeTries(table, async () => {
    try {
      const { Attributes } = await table.client.send(new UpdateCommand(update))
      const isNearlySpent = Counter.parse(Attributes).reserved * 100 >= share * budgetLevels[0]
      return { budget, shard, spending, isNearlySpent }
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'spent'
      if (isRefused(error)) return undefined // parts are just given back
      throw error
    }
  })
}

/**
 * Holds parts back from a day's budget: one conditional write of a counter, so the sum never passes the budget, whoever else reserves. A
 * reply that is lost may count the parts twice, which spends less than there is and never more.
 * @returns undefined where no counter has as many left
 */
export type ReserveParts = (notificationId: string, budget: DayBudget, spending: Spending) => Promise<Reservation | undefined>

export const reserveParts =
  (table: Table): ReserveParts =>
  async (notificationId, budget, spending) => {
    const shares = sharesOf(budget)
    for (const shard of shardsInTurn(shares.length, notificationId)) {
      const share = shares[shard] ?? 0
      const reservation = spending.parts <= share ? await reserveOf(table, budget, shard, share, spending) : 'spent'
      if (reservation !== 'spent') return reservation
    }
    return undefined
  }

/**
 * Gives back what was held back for an attempt of which nothing was sent: in a transaction, since its token makes a repeat of it nothing
 * new. Given back twice, parts of others would be spent again.
 */
export type GiveBackParts = (reservation: Reservation) => Promise<void>

export const giveBackParts =
  (table: Table): GiveBackParts =>
  async ({ budget, shard, spending: { parts, microUsd } }) => {
    const Update = adding(table, budget, shard, { parts: -parts, microUsd: -microUsd })
    await inOneOfSomeTries(table, async () => (await wasWritten(table, [{ Update }])) || undefined)
  }
