import { type CarrierName, carrierNames } from '../../functions/notification/carrier-name.ts'
import { priceOf } from '../../functions/text/price-of.ts'
import { type PriceEntry, priceList } from '../../infra/read-prices.ts'

/** What a text costs in a country (ISO 3166 alpha-2), in US dollars for all its parts, as it was known on a day. */
export interface KnownPrice {
  readonly country: string
  readonly carrier: CarrierName
  readonly usd: number
  readonly dated: string
}

/** What a text of so many parts costs, wherever that is known. */
export const pricesOf = (entries: readonly PriceEntry[], parts: number): KnownPrice[] => {
  const countries = entries.map(({ country }) => country)
  const list = priceList(entries, countries, carrierNames)
  return entries.flatMap(({ country, carrier, dated }) => {
    const price = priceOf(list, country, carrier, parts)
    return price ? [{ country, carrier, usd: price.amount, dated }] : []
  })
}
