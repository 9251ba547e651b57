import { judgedNumber } from './judged.ts'
import { longestOf } from './longest-of.ts'
import { memoised } from './memoised.ts'
import type { Rules, SlotOf } from './rules.ts'

/** A number, written with the separators and digits of the language. */
export const number: Rules<SlotOf<'number'>> = {
  judge: ({ min, max, decimals = 0 }, value) => {
    if (typeof value !== 'number') return 'must be a number'
    if (!(value >= min && value <= max)) return `must be from ${min} to ${max}`
    return Number(value.toFixed(decimals)) === value ? undefined : tooManyDecimals(decimals)
  },
  format: ({ decimals = 0 }, value, locale) => formatterOf(locale, decimals).format(judgedNumber(value)),
  longest: ({ min, max, decimals = 0 }, locale) =>
    longestOf([min, max].map((value) => formatterOf(locale, decimals).format(value))),
}

const tooManyDecimals = (decimals: number) =>
  decimals === 0 ? 'must be a whole number' : `must have at most ${decimals} decimals`

/** `signDisplay` spares a reader the sign of a negative zero. */
const formatterOf = memoised(
  (locale: string, decimals: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    }),
)
