import { expect, it } from 'vitest'
import { septets, septetsOf, septetsOfUnit } from '../../../functions/text/gsm-03-38.ts'

/** The basic characters that are not ASCII's at the same code, by code, as 3GPP TS 23.038 §6.2.1 lists them. */
const others = [
  [0x0040, 0x00a3, 0x0024, 0x00a5, 0x00e8, 0x00e9, 0x00f9, 0x00ec, 0x00f2, 0x00c7, 0x00d8, 0x00f8, 0x00c5, 0x00e5], // 00–0F
  [0x0394, 0x005f, 0x03a6, 0x0393, 0x039b, 0x03a9, 0x03a0, 0x03a8, 0x03a3, 0x0398, 0x039e, 0x00c6, 0x00e6, 0x00df, 0x00c9], // 10–1F
  [0x00a4, 0x00a1, 0x00c4, 0x00d6, 0x00d1, 0x00dc, 0x00a7, 0x00bf, 0x00e4, 0x00f6, 0x00f1, 0x00fc, 0x00e0], // 24–7F
].flat()

const asciiRanges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x23],
  [0x25, 0x3f],
  [0x41, 0x5a],
  [0x61, 0x7a],
] as const
const ascii = asciiRanges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))

const extended = [0x0c, 0x5e, 0x7b, 0x7d, 0x5c, 0x5b, 0x7e, 0x5d, 0x7c, 0x20ac]

const taking = (size: number) => [...septets].filter(([, found]) => found === size).map(([character]) => character.codePointAt(0))

it('takes one septet for each of the 127 basic characters', () => {
  expect(new Set(taking(1))).toEqual(new Set([...ascii, ...others]))
  expect(taking(1)).toHaveLength(127)
})

it('takes two septets for each of the ten extended characters', () => {
  expect(new Set(taking(2))).toEqual(new Set(extended))
})

it.each([...'çáíóú`’“”–—…字😀\t\u00a0\u001b'])('does not have %j', (character) => {
  expect(septets.has(character)).toBe(false)
})

it('finds the same by UTF-16 unit, for every unit there is', () => {
  for (let unit = 0; unit <= 0xffff; unit++) expect(septetsOfUnit(unit)).toBe(septets.get(String.fromCharCode(unit)) ?? 0)
})

it.each([
  ['', 0],
  ['Shop €', 7],
  ['Shop 字', undefined],
  ['😀', undefined],
])('takes for %j as a whole %s septets', (text, sum) => {
  expect(septetsOf(text)).toBe(sum)
})
