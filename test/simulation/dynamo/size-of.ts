import { type Item, isList, type Value } from './value.ts'

const bytesOf = (text: string) => Buffer.byteLength(text)

/** One byte for two significant digits, one more, and one for the sign. */
const bytesOfNumber = (value: number) => {
  const digits = Math.abs(value).toExponential().split('e')[0]?.replace('.', '') ?? ''
  return value === 0 ? 1 : Math.ceil(digits.length / 2) + 1 + (value < 0 ? 1 : 0)
}

const bytesOfValue = (value: Value): number => {
  if (value === null || typeof value === 'boolean') return 1
  if (typeof value === 'string') return bytesOf(value)
  if (typeof value === 'number') return bytesOfNumber(value)
  if (isList(value)) return value.reduce<number>((sum, one) => sum + 1 + bytesOfValue(one), 3)
  return Object.entries(value).reduce((sum, [name, one]) => sum + 1 + bytesOf(name) + bytesOfValue(one), 3)
}

/** An item's bytes as DynamoDB counts them, to a few: its documentation gives numbers only roughly. */
export const sizeOf = (item: Item): number => {
  let sum = 0
  for (const name in item) sum += bytesOf(name) + bytesOfValue(item[name] ?? null)
  return sum
}
