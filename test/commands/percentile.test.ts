import { expect, it } from 'vitest'
import { percentile } from '../../commands/percentile.ts'

it.each([
  [[1, 2], 0.5, 1],
  [[1, 2, 3], 0.5, 2],
  [[7], 0.95, 7],
  [Array.from({ length: 20 }, (_, index) => index + 1), 0.95, 19],
  [[1, 2, 3], 1, 3],
  [[], 0.5, undefined],
])('of %j the share %d does not exceed %j', (sorted, share, value) => {
  expect(percentile(sorted, share)).toBe(value)
})
