import { describe, expect, it } from 'vitest'
import { decimalsOf } from '../../../../functions/template/values/minor-units.ts'

/** ISO 4217, List One as published on 2026-01-01: all that have other than two. */
const none = [
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'UYI',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]
const three = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']
const four = ['CLF', 'UYW']

/** The same list: those that are often taken to have other than two, and the youngest. */
const doubtful = ['AFN', 'COP', 'CRC', 'HUF', 'IDR', 'LAK', 'MGA', 'MRU', 'PKR', 'TWD', 'UZS', 'VED', 'VES', 'SLE', 'XCG', 'ZWG']

const intl = Intl.supportedValuesOf('currency')

describe('the minor unit', () => {
  it.each(none)('of %s is the currency itself', (currency) => {
    expect(decimalsOf(currency)).toBe(0)
  })

  it.each(three)('of %s is a thousandth', (currency) => {
    expect(decimalsOf(currency)).toBe(3)
  })

  it.each(four)('of %s is a ten-thousandth', (currency) => {
    expect(decimalsOf(currency)).toBe(4)
  })

  it.each(['EUR', 'USD', ...doubtful])('of %s is a hundredth', (currency) => {
    expect(decimalsOf(currency)).toBe(2)
  })

  it('of every other currency is a hundredth too', () => {
    const others = intl.filter((currency) => ![...none, ...three, ...four].includes(currency))
    expect(others.length).toBeGreaterThan(100)
    expect(others.filter((currency) => decimalsOf(currency) !== 2)).toEqual([])
  })
})

it('has more decimals than Intl writes for no currency but those whose fractions are out of use, and never fewer', () => {
  const differing = intl.filter((currency) => {
    const written = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0
    expect(decimalsOf(currency)).toBeGreaterThanOrEqual(written)
    return decimalsOf(currency) > written
  })
  expect(differing).toEqual(expect.arrayContaining(['COP', 'HUF', 'IDR', 'IQD']))
})
