/**
 * Names a field by its path, for a sentence that may be published and logged: `fieldOf('params', 'code')` is "params.code".
 *
 * A name in the path may be the requester's own invention and hold a number, a code or a text. So it is quoted only when
 * it reads as an identifier and has too few digits to be one of them; else the sentence says that it is none.
 * @param path from the outside in; of list items the index; an empty path means the whole input
 */
export const fieldOf = (...path: readonly PropertyKey[]): string => {
  const named = path.map((step) =>
    typeof step === 'number' || isQuotable(String(step)) ? String(step) : '(a name that is no identifier)',
  )
  return named.length > 0 ? named.join('.') : 'the input'
}

/** A name that may stand in a sentence: 1–40 letters, digits, underscores and dashes, no digit first, at most three digits. */
export const isQuotable = (name: string): boolean =>
  /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) && name.replaceAll(/[^0-9]/g, '').length <= mostDigits

/** One fewer than the shortest code has. */
const mostDigits = 3
