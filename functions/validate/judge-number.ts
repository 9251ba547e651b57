import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { e164 } from '../notification/e164.ts'

export interface NumberPolicy {
  /** ISO 3166-1 alpha-2, e.g. ["US", "DE"] */
  readonly allowedCountries: readonly string[]
  /** E.164; where given, no other number is ever texted (staging), and an empty list means nobody */
  readonly onlyTo?: readonly string[] | undefined
}

export type NumberCode =
  | 'number-not-e164'
  | 'number-invalid'
  | 'country-not-allowed'
  | 'country-not-allowed-for-kind'
  | 'number-type-cannot-receive-sms'
  | 'not-in-only-to'

export type NumberVerdict =
  | { readonly ok: true; readonly country: string }
  | { readonly ok: false; readonly code: NumberCode; readonly problem: string }

/**
 * Whether a number may be texted, and the country it belongs to.
 *
 * The shape comes first, since libphonenumber finds numbers inside other text; then the number must be the very one it
 * understands (no trunk prefix, no older form). A number whose country is not determined (+800, satellites) is in no
 * list and so refused. `not-in-only-to` is said last: staging answers all else as production does.
 * @param to e.g. "+14155550123"
 * @param countries of its kind, where those are fewer than the deployment's
 * @returns what is wrong as what is said of the field `to`, without the number
 */
export const judgeNumber = (
  to: string,
  { allowedCountries, onlyTo }: NumberPolicy,
  countries: readonly string[] = allowedCountries,
): NumberVerdict => {
  if (!e164.test(to)) return refused('number-not-e164')
  const number = parsePhoneNumberFromString(to)
  if (number?.number !== to || !number.isValid()) return refused('number-invalid')
  const { country } = number
  if (country === undefined || !allowedCountries.includes(country)) return refused('country-not-allowed')
  if (!countries.includes(country)) return refused('country-not-allowed-for-kind')
  if (!receivesTexts(number.getType())) return refused('number-type-cannot-receive-sms')
  if (onlyTo !== undefined && !onlyTo.includes(to)) return refused('not-in-only-to')
  return { ok: true, country }
}

/**
 * Mobile numbers receive texts; so may those of plans that do not tell mobile from fixed lines (all of +1). Some VoIP
 * numbers do, and where one does not, the carrier's answer says so; a refusal here could never be mended by the
 * recipient. Personal numbers only forward calls, in some countries at a premium. The rest is landlines, desks and machines.
 */
const receivesTexts = (type: NumberType) => type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || type === 'VOIP'

const refused = (code: NumberCode): NumberVerdict => ({ ok: false, code, problem: problems[code] })

const problems: Record<NumberCode, string> = {
  'number-not-e164': 'must be written as E.164: a plus sign and 7 to 15 digits, the first not 0, and nothing else',
  'number-invalid': 'is not a number of any country, as far as its numbering plan is known',
  'country-not-allowed': 'is a number of a country that this deployment does not text to',
  'country-not-allowed-for-kind': 'is a number of a country that this deployment does not send texts of this kind to',
  'number-type-cannot-receive-sms': 'is of a type that cannot receive texts, such as a landline or a toll-free number',
  'not-in-only-to': 'is not among the only numbers that this deployment may text',
}
