import type { CarrierName } from '../notification/carrier-name.ts'
import type { Price } from '../notification/receipt.ts'

/** US dollars for one part, by country (ISO 3166 alpha-2) and carrier, as far as anybody told us. */
export type PriceList = Readonly<Partial<Record<string, Readonly<Partial<Record<CarrierName, number>>>>>>

/** Finer than any carrier's price; what is beyond it is the noise of adding fractions in binary. */
const fractions = 1_000_000

/**
 * What a text is expected to cost. What a carrier really charged, it tells in its receipt.
 * @param parts of the text
 * @returns nothing where the price is not known, which is not the same as free
 */
export const priceOf = (list: PriceList, country: string, carrier: CarrierName, parts: number): Price | undefined => {
  const each = Object.hasOwn(list, country) ? list[country]?.[carrier] : undefined
  return each === undefined ? undefined : { amount: Math.round(each * parts * fractions) / fractions, currency: 'USD' }
}
