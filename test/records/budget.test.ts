import { GetCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayBudget, Spending } from '../../functions/policy/budget/budget-shards.ts'
import { keepLevel } from '../../functions/record/budget/keep-level.ts'
import { readBudget } from '../../functions/record/budget/read-budget.ts'
import { giveBackParts, type Reservation, reserveParts } from '../../functions/record/budget/reserve-parts.ts'
import { levelKey } from '../../functions/record/keys.ts'
import { aTable } from './a-table.ts'

const table = aTable()
let days = 0
/** A day of its own for each test. */
const aBudget = (parts: number): DayBudget => ({
  kind: 'marketing',
  day: new Date(Date.UTC(2026, 0, ++days)).toISOString().slice(0, 10),
  parts,
})

/** Each part costs 0.00581 USD. */
const spending = (parts: number): Spending => ({ parts, microUsd: parts * 5_810 })

const reserveMany = (budget: DayBudget, texts: readonly number[]) =>
  Promise.all(texts.map((parts, index) => reserveParts(table())(`sale-${index}`, budget, spending(parts))))

describe('of a budget', () => {
  it.each([
    ['of one counter', 100],
    ['of four counters', 1_000],
  ])('200 texts at once never take more than there is, and all of it: %s', async (_, parts) => {
    const budget = aBudget(parts)
    const size = parts / 100
    const reserved = await reserveMany(budget, Array(200).fill(size))
    const taken = reserved.filter((one) => one !== undefined).length * size
    expect(taken).toBe(parts)
    expect(await readBudget(table())(budget)).toEqual(spending(parts))
  })

  it('whatever texts come at once, and are given back, the sum is what is held, in parts and money, and never passes it', async () => {
    const texts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(20, 50), fc.nat(39), async (all, parts, back) => {
        const budget = aBudget(parts)
        const held = (await reserveMany(budget, all)).filter((one): one is Reservation => one !== undefined)
        const [given, kept] = [held.slice(0, back), held.slice(back)]
        await Promise.all([...given.map((one) => giveBackParts(table())(one)), reserveMany(budget, [])])
        const sum = kept.reduce((total, one) => total + one.spending.parts, 0)
        expect(await readBudget(table())(budget)).toEqual(spending(sum))
        expect(sum).toBeLessThanOrEqual(parts)
        const again = (await reserveMany(budget, Array(60).fill(1))).filter((one) => one !== undefined)
        expect(sum + again.length).toBe(Math.min(parts, sum + 60))
      }),
      { numRuns: 10 },
    )
  })

  it('nothing is left for a text that is larger than the rest', async () => {
    const budget = aBudget(2)
    expect(await reserveParts(table())('sale-1', budget, spending(3))).toBeUndefined()
    expect(await reserveParts(table())('sale-1', budget, spending(2))).toEqual({
      budget,
      shard: 0,
      spending: spending(2),
      isNearlySpent: true,
    })
    expect(await reserveParts(table())('sale-2', budget, spending(1))).toBeUndefined()
  })

  it('a level is kept once, as it was first told', async () => {
    const { kind, day, parts } = aBudget(10)
    const reached = { kind, day, parts, level: 80, at: '2026-01-01T12:00:00.000Z' } as const
    await keepLevel(table())(reached)
    await keepLevel(table())({ ...reached, at: '2026-01-01T13:00:00.000Z' })
    const { client, name } = table()
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: levelKey(kind, day, 80), ConsistentRead: true }))
    expect(Item?.at).toBe(reached.at)
  })

  it('another day and another kind have their own', async () => {
    const budget = aBudget(1)
    await reserveParts(table())('sale-1', budget, spending(1))
    expect(await reserveParts(table())('sale-2', { ...budget, day: '2027-01-01' }, spending(1))).toBeDefined()
    expect(await reserveParts(table())('code-1', { ...budget, kind: 'verification' }, spending(1))).toBeDefined()
  })

  it('a deployment that lowers it on the same day is obeyed at once', async () => {
    const budget = aBudget(10)
    await reserveMany(budget, [3, 3])
    expect(await reserveParts(table())('sale-3', { ...budget, parts: 6 }, spending(1))).toBeUndefined()
  })
})
