import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backOffSeconds } from '../../../functions/fall-back/back-off.ts'

it.each([
  [1, 5],
  [2, 15],
  [3, 30],
  [4, 60],
  [9, 1_920],
  [10, 3_600],
  [39, 3_600],
])('the try after throttling number %i comes after %i s at most', (tries, most) => {
  expect(backOffSeconds(tries, 1)).toBe(most)
  expect(backOffSeconds(tries, 0.5)).toBe(Math.ceil(most / 2))
  expect(backOffSeconds(tries, 0)).toBe(1)
})

it.each([
  [1, 0, 7, 7],
  [1, 1, 7, 12],
  [3, 0.5, 60, 75],
])(
  'try %i, by a die that shows %d, comes by chance on top of the %i s that the carrier asks for: %i s',
  (tries, random, ...rest) => {
    const [retryAfter, seconds] = rest
    expect(backOffSeconds(tries, random, retryAfter)).toBe(seconds)
  },
)

it('is never less than the carrier asks for, never less than a second, and whole', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), random, fc.nat({ max: 60 }), (tries, die, retryAfter) => {
      const seconds = backOffSeconds(tries, die, retryAfter)
      expect(Number.isInteger(seconds)).toBe(true)
      expect(seconds).toBeGreaterThanOrEqual(Math.max(1, retryAfter))
      expect(seconds).toBeLessThanOrEqual(3_600 + retryAfter)
    }),
  )
})
