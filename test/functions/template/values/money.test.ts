import fc from 'fast-check'
import { expect, it } from 'vitest'
import { money } from '../../../../functions/template/values/money.ts'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'

const currencies = ['EUR', 'USD', 'JPY', 'KWD', 'HUF']
const slot: SlotOf<'money'> = { type: 'money', currencies, maxMinorUnits: 1_000_000, example: { minorUnits: 1, currency: 'EUR' } }

it.each([
  [4990, 'EUR', 'en', '€49.90'],
  [4990, 'EUR', 'de', '49,90\u00a0€'],
  [123_456, 'USD', 'en', '$1,234.56'],
  [1234, 'JPY', 'en', '¥1,234'],
  [1234, 'KWD', 'en', 'KWD\u00a01.234'],
  [123_456, 'HUF', 'en', 'HUF\u00a01,234.56'], // Intl alone would say 123,456 of them
  [0, 'EUR', 'en', '€0.00'],
])('tells %d minor units of %s in %s as %s', (minorUnits, currency, locale, told) => {
  expect(money.judge(slot, { minorUnits, currency })).toBeUndefined()
  expect(money.format(slot, { minorUnits, currency }, locale, 'en')).toBe(told)
})

const shape = 'must be { minorUnits, currency }: a whole number of the smallest unit, and an ISO 4217 code'

it.each<[unknown, string]>([
  ...['49.90', 4990, null, [4990, 'EUR'], {}, { minorUnits: 4990 }, { minorUnits: 49.9, currency: 'EUR' }].map(
    (value): [unknown, string] => [value, shape],
  ),
  [{ minorUnits: '4990', currency: 'EUR' }, shape],
  [{ minorUnits: 2 ** 53, currency: 'EUR' }, shape],
  [{ minorUnits: 1, currency: 'EUR', note: 'x' }, shape],
  [JSON.parse('{"minorUnits":1,"__proto__":"EUR"}'), shape],
  [Object.create({ minorUnits: 1, currency: 'EUR' }), shape],
  [{ minorUnits: 1, currency: 'eur' }, 'must be in EUR or USD or JPY or KWD or HUF'],
  [{ minorUnits: 1, currency: 'CHF' }, 'must be in EUR or USD or JPY or KWD or HUF'],
  [{ minorUnits: -1, currency: 'EUR' }, 'must be from 0 to 1000000 minor units'],
  [{ minorUnits: 1_000_001, currency: 'EUR' }, 'must be from 0 to 1000000 minor units'],
])('says what is wrong with %j: %s', (value, problem) => {
  expect(money.judge(slot, value)).toBe(problem)
})

it('faults at a value that was not judged', () => {
  expect(() => money.format(slot, '49.90', 'en', 'en')).toThrow('a value had not been judged: it is no amount')
})

it.each(['en', 'de', 'el', 'hi'])('knows how long an amount can get in %s', (locale) => {
  const longest = money.longest(slot, locale, 'en').any.length
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.constantFrom(...currencies),
      (minorUnits, currency) => money.format(slot, { minorUnits, currency }, locale, 'en').length <= longest,
    ),
  )
})

it('writes the largest amount of a slot exactly to its last cent', () => {
  const most = { ...slot, maxMinorUnits: 1e12 }
  for (let below = 0; below < 200; below++) {
    const told = money.format(most, { minorUnits: 1e12 - below, currency: 'USD' }, 'en', 'en')
    expect(told.replaceAll(/[$,.]/g, '')).toBe(String(1e12 - below))
  }
})
