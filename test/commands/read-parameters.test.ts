import { expect, it } from 'vitest'
import { readParameters } from '../../commands/read-parameters.ts'
import { judgeParameters } from '../../functions/template/judge-parameters.ts'
import type { Slot } from '../../functions/template/slot.ts'

const money: Slot = {
  type: 'money',
  currencies: ['EUR', 'JPY', 'KWD', 'HUF'],
  maxMinorUnits: 9_999_999,
  example: { minorUnits: 4990, currency: 'EUR' },
}
const number: Slot = { type: 'number', min: -10, max: 1000, decimals: 2, example: 2 }
const words: Slot = { type: 'text', maxLength: 20, example: 'Ada' }

const read = (slot: Slot, typed: string) => readParameters({ it: slot }, { it: typed }).it

const problemsOf = (slot: Slot, value: unknown) => judgeParameters({ it: slot }, { it: value })

it.each([
  ['49.90 EUR', 4990, 'EUR'],
  ['49.9 EUR', 4990, 'EUR'],
  ['49EUR', 4900, 'EUR'],
  ['0.07 EUR', 7, 'EUR'],
  ['1200 JPY', 1200, 'JPY'],
  ['1.234 KWD', 1234, 'KWD'],
  ['1500 HUF', 150_000, 'HUF'],
  ['{"minorUnits":4990,"currency":"EUR"}', 4990, 'EUR'],
])('reads the amount %s as %i minor units of %s', (typed, minorUnits, currency) => {
  expect(read(money, typed)).toEqual({ minorUnits, currency })
  expect(problemsOf(money, read(money, typed))).toEqual([])
})

it.each(['49.905 EUR', '1.5 JPY', '1,200 EUR', '-3 EUR', '49.90', 'EUR 49.90', '{"minorUnits":', '٤٩ EUR'])(
  'leaves the amount %s to be judged as it was typed: no digit is lost or guessed',
  (typed) => {
    expect(read(money, typed)).toBe(typed)
    expect(problemsOf(money, read(money, typed))).toHaveLength(1)
  },
)

it.each([
  ['42', 42],
  ['-3.5', -3.5],
  ['0.25', 0.25],
])('reads the number %s', (typed, value) => {
  expect(read(number, typed)).toBe(value)
})

it.each(['1e3', '0x10', '', ' 4', '007', 'NaN', '1,5'])('leaves what is no plain number, like "%s", to be judged', (typed) => {
  expect(read(number, typed)).toBe(typed)
})

it('takes words as they are, also those that look like something else, and those of slots nobody declared', () => {
  expect(readParameters({ name: words }, { name: '42', constructor: '7' })).toEqual({ name: '42', constructor: '7' })
})
