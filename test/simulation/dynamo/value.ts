/** What an attribute holds, as far as this product stores it: no sets, no binaries. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value }

/** An item of the table, in plain values as the document client gives them. */
export type Item = { readonly [name: string]: Value }

export type MapValue = { readonly [name: string]: Value }

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

/** DynamoDB's name of a value's type. */
export const typeOf = (value: Value): 'NULL' | 'BOOL' | 'N' | 'S' | 'L' | 'M' => {
  if (value === null) return 'NULL'
  if (isList(value)) return 'L'
  switch (typeof value) {
    case 'boolean':
      return 'BOOL'
    case 'number':
      return 'N'
    case 'string':
      return 'S'
    default:
      return 'M'
  }
}
