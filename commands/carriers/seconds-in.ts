import { Misused } from '../failed.ts'

const units = { s: 1, m: 60, h: 3_600, d: 86_400 } as const

const isUnit = (letter: string): letter is keyof typeof units => letter in units

/**
 * Reads a time like 90m, 2h or 1d.
 * @returns seconds
 * @throws a sentence where it is none
 */
export const secondsIn = (time: string): number => {
  const [, number, unit = ''] = /^([1-9][0-9]{0,6})([smhd])$/.exec(time) ?? []
  if (number === undefined || !isUnit(unit)) throw new Misused(`${time} is no time: write it like 90m, 2h or 1d.`)
  return Number(number) * units[unit]
}
