import { expect, it } from 'vitest'
import { budgetKey } from '../../../functions/record/keys.ts'

it('the counters of a budget lie in partitions of their own, none of which takes the writes of all', () => {
  const partitions = [0, 1, 2, 3].map((shard) => budgetKey('verification', '2026-11-24', shard).PK)
  expect(new Set(partitions).size).toBe(4)
})
