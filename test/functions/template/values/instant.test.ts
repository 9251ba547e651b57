import { expect, it } from 'vitest'
import { readDay } from '../../../../functions/template/values/instant.ts'

const padded = (number: number, length: number) => String(number).padStart(length, '0')

/** As `Date` knows it, which takes 30 February for 2 March. */
const asDateHasIt = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined
}

it.each([1583, 1600, 1900, 1999, 2000, 2024, 2026, 2100, 9999])('knows every day of %d, and no other', (year) => {
  for (let month = 0; month <= 13; month++)
    for (let day = 0; day <= 32; day++) {
      const value = `${year}-${padded(month, 2)}-${padded(day, 2)}`
      expect(readDay(value), value).toBe(asDateHasIt(year, month, day))
    }
})
