/** More than any type of slot needs, and far from where DynamoDB, or a function that calls itself, gives up. */
const mostLevels = 8

const isStorableNumber = (value: number) =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER && (value === 0 || Math.abs(value) >= 1e-130)

/** In bytes. */
const longestName = 65_535

/** The SDK tells what an object is by its `constructor`, and loses a field called `__proto__`. */
const isStorableName = (name: string) =>
  name.length > 0 &&
  Buffer.byteLength(name) <= longestName &&
  name.isWellFormed() &&
  name !== 'constructor' &&
  name !== '__proto__'

/**
 * Whether a value of JSON comes back from the records as it is: the SDK refuses or loses some, and DynamoDB refuses others.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export const isStorable = (value: unknown, levels = mostLevels): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return isStorableNumber(value)
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  if (Array.isArray(value)) return value.every((one) => isStorable(one, levels - 1))
  return Object.entries(value).every(([name, one]) => isStorableName(name) && isStorable(one, levels - 1))
}
