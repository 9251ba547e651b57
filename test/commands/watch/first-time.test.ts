import { expect, it } from 'vitest'
import { firstTime } from '../../../commands/watch/first-time.ts'

it('knows a repeat, and forgets the oldest of more than ten thousand', () => {
  const isNew = firstTime()
  const ids = Array.from({ length: 10_000 }, (_, index) => `shop-${index}/Notification Sent/1`)
  expect(ids.filter(isNew)).toEqual(ids)
  expect(ids.filter(isNew)).toEqual([])
  expect(isNew('one more')).toBe(true)
  expect([ids[1] ?? '', ids[0] ?? ''].map(isNew)).toEqual([false, true])
})
