import { septetsOf } from '../../text/gsm-03-38.ts'
import { normalise } from '../../text/normalise.ts'

/** The values of a slot that take the most room: which of them does, its neighbours decide. */
export interface Longest {
  /** Of the most septets, its typography made plain; none where every value forces UCS-2. */
  readonly gsm: string | undefined
  /** Of the most UTF-16 units. */
  readonly any: string
  /** Of the most UTF-16 units among those that force UCS-2 upon the whole text; none where no value does. */
  readonly forcing: string | undefined
}

/** @param values one at least, as a person reads them */
export const longestOf = (values: readonly string[]): Longest => {
  const lengthOf = ({ length }: string) => length
  return {
    gsm: mostBy(septetsOnceSent, values.filter(isGsm)),
    any: mostBy(lengthOf, values) ?? '',
    forcing: mostBy(
      lengthOf,
      values.filter((value) => !isGsm(value)),
    ),
  }
}

const septetsOnceSent = (value: string) => septetsOf(normalise(value)) ?? 0
const isGsm = (value: string) => septetsOf(normalise(value)) !== undefined

const mostBy = (size: (value: string) => number, values: readonly string[]): string | undefined =>
  values.reduce<string | undefined>((most, value) => (most === undefined || size(value) > size(most) ? value : most), undefined)
