import { expect, it } from 'vitest'
import { revealsNumber } from '../../../functions/request/reveals-number.ts'

it.each([
  ['the whole number', '14155550123'],
  ['its end', 'otp-5550123'],
  ['its end, punctuated', 'otp-415.555_0123'],
  ['its end in the midst', 'otp-5550123-2'],
])('finds %s in an id', (_, id) => {
  expect(revealsNumber(id, '+14155550123')).toBe(true)
})

it.each([
  ['other digits', 'shop-order-4711-shipped'],
  ['fewer digits of the end', 'otp-550123'],
  ['its beginning only', 'otp-1415555'],
  ['no digits', 'shop'],
])('finds no number in an id with %s', (_, id) => {
  expect(revealsNumber(id, '+14155550123')).toBe(false)
})

it('finds a number however it is written', () => {
  expect(revealsNumber('otp-5550123', '+1 (415) 555-0123')).toBe(true)
})

it('takes no few digits for a number', () => {
  expect(revealsNumber('order-4711', '4711')).toBe(false)
})
