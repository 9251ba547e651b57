import { Fault } from '../../notification/fault.ts'
import { longestOf } from './longest-of.ts'
import { memoised } from './memoised.ts'
import { decimalsOf } from './minor-units.ts'
import type { Rules, SlotOf } from './rules.ts'

interface Money {
  readonly minorUnits: number
  readonly currency: string
}

/** An amount, e.g. { minorUnits: 4990, currency: 'EUR' }, which is "€49.90" in English and "49,90 €" in German. */
export const money: Rules<SlotOf<'money'>> = {
  judge: ({ currencies, maxMinorUnits }, value) => {
    if (!isMoney(value)) return 'must be { minorUnits, currency }: a whole number of the smallest unit, and an ISO 4217 code'
    if (!currencies.includes(value.currency)) return `must be in ${currencies.join(' or ')}`
    const { minorUnits } = value
    if (minorUnits < 0 || minorUnits > maxMinorUnits) return `must be from 0 to ${maxMinorUnits} minor units`
    return undefined
  },
  format: (_, value, locale) => {
    if (!isMoney(value)) throw new Fault('a value had not been judged: it is no amount')
    return written(value, locale)
  },
  longest: ({ currencies, maxMinorUnits }, locale) =>
    longestOf(currencies.map((currency) => written({ minorUnits: maxMinorUnits, currency }, locale))),
}

const isMoney = (value: unknown): value is Money => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false
  if (!Object.hasOwn(value, 'minorUnits') || !Object.hasOwn(value, 'currency')) return false
  return (
    'minorUnits' in value && Number.isSafeInteger(value.minorUnits) && 'currency' in value && typeof value.currency === 'string'
  )
}

const written = ({ minorUnits, currency }: Money, locale: string): string =>
  formatterOf(locale, currency).format(minorUnits / 10 ** decimalsOf(currency))

const formatterOf = memoised((locale: string, currency: string) => {
  const decimals = decimalsOf(currency)
  const options = { style: 'currency', currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const
  return new Intl.NumberFormat(locale, options)
})
