import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { Instant } from '../../../functions/notification/instant.ts'

const Kept = z.iso.datetime()

it('an instant that is taken can be kept in UTC, and read again', () => {
  const zones = fc.constantFrom('Z', '+14:00', '-12:00', '+05:45')
  const local = fc.constantFrom('0000-01-01T00:00:00', '9999-12-31T23:59:59', '2024-02-29T12:00:00.5')
  fc.assert(
    fc.property(local, zones, (wall, zone) => {
      const { success, data } = Instant.safeParse(`${wall}${zone}`)
      if (success) expect(Kept.safeParse(new Date(data).toISOString()).success).toBe(true)
    }),
  )
})

it.each(['0000-01-01T00:00:00+00:01', '9999-12-31T23:59:59-05:00'])('%s is of no year that is kept', (text) => {
  expect(Instant.safeParse(text).error?.issues).toMatchObject([{ message: 'must be of the years 0000 to 9999 in UTC' }])
})

it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59+14:00'])('%s is taken', (text) => {
  expect(Instant.parse(text)).toBe(text)
})

it.each(['2026-11-22T12:00:00', 'tomorrow', '2026-13-01T00:00:00Z', ''])('%j is none, and wrong in one way', (text) => {
  expect(Instant.safeParse(text).error?.issues).toHaveLength(1)
})
