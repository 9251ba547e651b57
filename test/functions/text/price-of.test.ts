import { expect, it } from 'vitest'
import { priceOf } from '../../../functions/text/price-of.ts'

const list = { US: { sns: 0.00645 }, GB: {} }

it('is the price of a part times the parts', () => {
  expect(priceOf(list, 'US', 'sns', 1)).toEqual({ amount: 0.00645, currency: 'USD' })
  expect(priceOf(list, 'US', 'sns', 3)).toEqual({ amount: 0.01935, currency: 'USD' }) // in binary, 0.019350000000000003
})

it.each([
  ['a carrier', 'US', 'twilio'],
  ['a carrier of a country', 'GB', 'sns'],
  ['a country', 'DE', 'sns'],
  ['a name that every object has', 'constructor', 'sns'],
] as const)('is unknown, and not nothing, for %s that is not in the list', (_, country, carrier) => {
  expect(priceOf(list, country, carrier, 1)).toBeUndefined()
})
