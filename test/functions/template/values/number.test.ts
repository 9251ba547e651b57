import fc from 'fast-check'
import { expect, it } from 'vitest'
import { number } from '../../../../functions/template/values/number.ts'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'

const whole: SlotOf<'number'> = { type: 'number', min: -50, max: 12_000, example: 1 }
const precise: SlotOf<'number'> = { type: 'number', min: 0, max: 99.5, decimals: 2, example: 1 }

it.each<[SlotOf<'number'>, number, string, string]>([
  [whole, 12_000, 'en', '12,000'],
  [whole, 12_000, 'de', '12.000'],
  [whole, -7, 'en', '-7'],
  [whole, -0, 'en', '0'],
  [precise, 99.5, 'de', '99,50'],
  [precise, 0.07, 'en', '0.07'],
])('tells, for %j, %d in %s as %s', (slot, value, locale, told) => {
  expect(number.judge(slot, value)).toBeUndefined()
  expect(number.format(slot, value, locale, 'en')).toBe(told)
})

it.each<[SlotOf<'number'>, unknown, string]>([
  [whole, '7', 'must be a number'],
  [whole, null, 'must be a number'],
  [whole, -51, 'must be from -50 to 12000'],
  [whole, 12_001, 'must be from -50 to 12000'],
  [whole, Number.NaN, 'must be from -50 to 12000'],
  [whole, Number.POSITIVE_INFINITY, 'must be from -50 to 12000'],
  [whole, 1.5, 'must be a whole number'],
  [precise, 1.005, 'must have at most 2 decimals'],
  [precise, 1e-9, 'must have at most 2 decimals'],
])('says, for %j, what is wrong with %j: %s', (slot, value, problem) => {
  expect(number.judge(slot, value)).toBe(problem)
})

it('faults at a value that was not judged', () => {
  expect(() => number.format(whole, '7', 'en', 'en')).toThrow('a value had not been judged: it is no number')
})

it.each(['en', 'de', 'es', 'sv', 'hi', 'ar-EG'])('knows how long a number can get in %s', (locale) => {
  const longest = number.longest(whole, locale, 'en').any.length
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 12_000 }), (value) => number.format(whole, value, locale, 'en').length <= longest),
  )
})
