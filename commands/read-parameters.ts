import { parseJson } from '../functions/notification/parse-json.ts'
import type { Slot } from '../functions/template/slot.ts'
import { decimalsOf } from '../functions/template/values/minor-units.ts'

const decimal = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/

/** "49.90 EUR" → { minorUnits: 4990, currency: 'EUR' }, by the decimals of the currency, none of those typed lost. */
const readMoney = (words: string): unknown => {
  const [, amount = '', currency = ''] = /^([0-9]+(?:\.[0-9]+)?) ?([A-Z]{3})$/.exec(words) ?? []
  if (currency === '') return words.startsWith('{') ? (parseJson(words) ?? words) : words
  const [whole = '', fraction = ''] = amount.split('.')
  const decimals = decimalsOf(currency)
  return fraction.length > decimals ? words : { minorUnits: Number(whole + fraction.padEnd(decimals, '0')), currency }
}

const readParameter = (slot: Slot | undefined, words: string): unknown => {
  switch (slot?.type) {
    case 'number':
      return decimal.test(words) ? Number(words) : words
    case 'money':
      return readMoney(words)
    default:
      return words
  }
}

/**
 * Parameters as they were typed (`--param amount="49.90 EUR"`), as values for the slots of a template.
 * What cannot be read stays as it was typed: that it is wrong is said where all parameters are judged.
 */
export const readParameters = (
  slots: Readonly<Record<string, Slot>>,
  typed: Readonly<Record<string, string>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, words]) => [
      name,
      readParameter(Object.hasOwn(slots, name) ? slots[name] : undefined, words),
    ]),
  )
