import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countParts } from '../../../functions/text/count-parts.ts'
import { septets } from '../../../functions/text/gsm-03-38.ts'

it.each([
  ['nothing', '', 'GSM 03.38', 1, 0],
  ['160 × a', 'a'.repeat(160), 'GSM 03.38', 1, 160],
  ['161 × a', 'a'.repeat(161), 'GSM 03.38', 2, 161],
  ['306 × a', 'a'.repeat(306), 'GSM 03.38', 2, 306],
  ['307 × a', 'a'.repeat(307), 'GSM 03.38', 3, 307],
  ['80 × €', '€'.repeat(80), 'GSM 03.38', 1, 160],
  ['81 × €', '€'.repeat(81), 'GSM 03.38', 2, 162],
  ['152 × a, €, 152 × a', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM 03.38', 3, 306],
  ['70 × 字', '字'.repeat(70), 'UCS-2', 1, 70],
  ['71 × 字', '字'.repeat(71), 'UCS-2', 2, 71],
  ['35 × 😀', '😀'.repeat(35), 'UCS-2', 1, 70],
  ['36 × 😀', '😀'.repeat(36), 'UCS-2', 2, 72],
  ['66 × 字, 😀, 66 × 字', `${'字'.repeat(66)}😀${'字'.repeat(66)}`, 'UCS-2', 3, 134],
  ['70 × a and one ’', `${'a'.repeat(70)}’`, 'UCS-2', 2, 71],
])('counts %s', (_, text, encoding, parts, units) => {
  expect(countParts(text)).toEqual({ encoding, parts, units })
})

/** The same by brute force: cuts off the longest beginning that fits, again and again, and measures it anew each time. */
const cut = (characters: readonly string[], sizeOf: (characters: readonly string[]) => number, each: number): number => {
  if (characters.length === 0) return 0
  const fitting = characters.map((_, index) => index + 1).filter((length) => sizeOf(characters.slice(0, length)) <= each)
  return 1 + cut(characters.slice(Math.max(...fitting)), sizeOf, each)
}

const cutParts = (text: string) => {
  const gsm = [...text].every((character) => septets.has(character))
  const sizeOf = (characters: readonly string[]) =>
    gsm ? characters.join('').replaceAll(/[\f^{}\\[\]~|€]/g, '!!').length : characters.join('').length
  const [alone, each] = gsm ? [160, 153] : [70, 67]
  return sizeOf([...text]) <= alone ? 1 : cut([...text], sizeOf, each)
}

const repeated = (characters: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(characters, fc.nat(90)), { maxLength: 6 })
    .map((runs) => runs.map(([character, times]) => character.repeat(times)).join(''))

it.each([
  ['GSM 03.38', repeated(fc.constantFrom(...septets.keys()))],
  ['any', repeated(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))],
  ['mixed', repeated(fc.constantFrom('a', '€', '字', '😀', '[', '\ud83d'))],
])('counts %s text as cutting it piece by piece does', (_, texts) => {
  fc.assert(fc.property(texts, (text) => countParts(text).parts === cutParts(text)))
})

it('never counts fewer parts when a text grows', () => {
  const text = repeated(fc.constantFrom('a', '€', '字', '😀'))
  fc.assert(fc.property(text, text, (one, more) => countParts(one + more).parts >= countParts(one).parts))
})
