import { isList, type Value } from './value.ts'

const firstSurrogate = 0xd800

/** Strings in the order of their UTF-8 bytes, which JavaScript's own order is not beyond the basic plane. */
export const compareStrings = (one: string, other: string): number => {
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (a !== b)
      return a >= firstSurrogate && b >= firstSurrogate ? (one.codePointAt(at) ?? 0) - (other.codePointAt(at) ?? 0) : a - b
  }
  return one.length - other.length
}

/** @returns below zero, zero or above it; undefined where the two have no order */
export const compare = (one: Value | undefined, other: Value | undefined): number | undefined => {
  if (typeof one === 'string' && typeof other === 'string') return compareStrings(one, other)
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return undefined
}

/** Equal in type and content. */
export const same = (one: Value | undefined, other: Value | undefined): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (isList(one) || isList(other))
    return isList(one) && isList(other) && one.length === other.length && one.every((value, at) => same(value, other[at]))
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  )
}
