import { expect, it } from 'vitest'
import { holdsNumber } from '../../../functions/signed-call/holds-number.ts'

it.each([
  'Ada (+1 415 555 0123) gets none',
  '+14155550123',
  '(415) 555-0123 complained',
  '555.01_23/4 is silent',
  '5550123',
  '٤١٥٥٥٥٠١٢٣ gets none',
  'since 2026-11-23 for 555 0123',
])('a number is found in: %s', (words) => {
  expect(holdsNumber(words)).toBe(true)
})

it.each([
  'codes come late',
  'late since 2026-11-23 09:15',
  'late since 2026-11-23T09:15:00Z',
  '10 %, 20 %, then 40 % of 1000 were lost',
  'their incident 471199',
  'errors 30008, 21610 and 30005',
])('none is found in: %s', (words) => {
  expect(holdsNumber(words)).toBe(false)
})
