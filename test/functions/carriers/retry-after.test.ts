import fc from 'fast-check'
import { expect, it } from 'vitest'
import { retryAfterSeconds } from '../../../functions/carriers/retry-after.ts'

const noon = new Date('2026-11-22T12:00:00.250Z')

it.each<[string | null, number | undefined]>([
  ['0', 0],
  ['30', 30],
  [' 30 ', 30],
  ['86400', 86_400],
  ['99999999999999999999999999', 86_400],
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30],
  ['Sun, 22 Nov 2026 12:00:00 GMT', 0],
  ['Sun, 22 Nov 2020 12:00:00 GMT', 0],
  ['Sun, 22 Nov 2099 12:00:00 GMT', 86_400],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['5, 10', undefined],
  ['0x10', undefined],
  ['2026-11-22T12:00:30Z', undefined],
  ['never GMT', undefined],
])('reads %j as %s seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, noon)).toBe(seconds)
})

it('gives whole seconds of one day at most, or nothing, whatever a carrier says', () => {
  const header = fc.oneof(
    fc.string(),
    fc.nat().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  )
  fc.assert(
    fc.property(header, (said) => {
      const seconds = retryAfterSeconds(said, noon) ?? 0
      expect(Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400).toBe(true)
    }),
  )
})
