/**
 * Decimals of the currencies that have other than two. Intl's own count is no help: it says how amounts are usually
 * written, and so has none for the forint and the Colombian peso, whose amounts a payment system still holds in hundredths.
 * Source: ISO 4217, List One as published on 2026-01-01, of which every currency was compared.
 */
const others: Readonly<Record<number, readonly string[]>> = {
  0: ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
  3: ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'],
  4: ['CLF', 'UYW'],
}

const decimalsByCurrency: ReadonlyMap<string, number> = new Map(
  Object.entries(others).flatMap(([decimals, currencies]) => currencies.map((currency) => [currency, Number(decimals)] as const)),
)

/** How many decimals of a currency its minor unit is, e.g. 2 for EUR: a euro has 100 cents. */
export const decimalsOf = (currency: string): number => decimalsByCurrency.get(currency) ?? 2
