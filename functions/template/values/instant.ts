import { isShaped } from './is-shaped.ts'

/**
 * Reads what a slot may say of time; undefined for what is no such thing, however near it comes (30 February, 24:00).
 * All answer milliseconds as `Date` counts them. Source: ISO 8601; before 1583 it knows years only by agreement.
 */
const firstYear = '1583'

/** @param value e.g. "2026-11-24", read as its beginning in UTC */
export const readDay = (value: string): number | undefined => {
  if (!isShaped(value, '0000-00-00') || value < firstYear) return undefined
  const [year, month, day] = [numberAt(value, 0, 4), numberAt(value, 5, 7), numberAt(value, 8, 10)]
  return day >= 1 && day <= daysIn(year, month) ? Date.UTC(year, month - 1, day) : undefined
}

/** Of digits, which `isShaped` has seen. */
const numberAt = (value: string, from: number, to: number): number => {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + value.charCodeAt(at) - 0x30
  return number
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** None for what is no month. */
const daysIn = (year: number, month: number): number => (daysOfMonths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** @param value e.g. "14:00", read as that time of 1 January 1970 in UTC */
export const readTimeOfDay = (value: string): number | undefined =>
  isShaped(value, '00:00') && isTime(value) ? Date.parse(`1970-01-01T${value}Z`) : undefined

const isTime = (value: string) => value.slice(0, 2) <= '23' && value.slice(3, 5) <= '59'

const timesOfInstant = ['00:00', '00:00:00', '00:00:00.000']

/** @param value with its offset, e.g. "2026-11-24T13:00:00Z" or "2026-11-24T14:00+01:00" */
export const readInstant = (value: string): number | undefined => {
  const end = value.endsWith('Z') ? value.length - 1 : value.length - 6
  const [day, separator, time, offset] = [value.slice(0, 10), value.slice(10, 11), value.slice(11, end), value.slice(end)]
  if (readDay(day) === undefined || separator !== 'T' || !isOffset(offset)) return undefined
  if (!timesOfInstant.some((pattern) => isShaped(time, pattern)) || !isTime(time) || time.slice(6, 8) > '59') return undefined
  return Date.parse(value)
}

const isOffset = (offset: string): boolean =>
  offset === 'Z' || ((isShaped(offset, '+00:00') || isShaped(offset, '-00:00')) && isTime(offset.slice(1)))
