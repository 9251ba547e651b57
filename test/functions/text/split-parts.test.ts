import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countParts } from '../../../functions/text/count-parts.ts'
import { splitParts } from '../../../functions/text/split-parts.ts'
import { anyText } from './any-text.ts'

it.each<[string, string, string[]]>([
  ['nothing', '', ['']],
  ['what fits alone', 'a'.repeat(160), ['a'.repeat(160)]],
  ['161 × a', 'a'.repeat(161), ['a'.repeat(153), 'a'.repeat(8)]],
  ['an escape at the end of a part', `${'a'.repeat(152)}€${'b'.repeat(20)}`, ['a'.repeat(152), `€${'b'.repeat(20)}`]],
  ['71 × 字', '字'.repeat(71), ['字'.repeat(67), '字'.repeat(4)]],
  ['a pair at the end of a part', `${'字'.repeat(66)}😀字字字`, ['字'.repeat(66), '😀字字字']],
  ['the first of all pairs at the end of a part', `${'字'.repeat(66)}\u{10000}字字字`, ['字'.repeat(66), '\u{10000}字字字']],
  ['the last of all pairs at the end of a part', `${'字'.repeat(66)}\u{10ffff}字字字`, ['字'.repeat(66), '\u{10ffff}字字字']],
  ['half a pair at the end of a part', `${'字'.repeat(66)}\ud83d字字字字`, [`${'字'.repeat(66)}\ud83d`, '字字字字']],
])('splits %s', (_, text, parts) => {
  expect(splitParts(text).parts).toEqual(parts)
})

it('splits any text into as many parts as are counted, loses nothing and tears no character', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { encoding, parts } = splitParts(text)
      expect(parts.join('')).toBe(text)
      expect({ encoding, parts: parts.length }).toMatchObject({
        encoding: countParts(text).encoding,
        parts: countParts(text).parts,
      })
      expect(parts.flatMap((part) => [...part])).toEqual([...text])
      const [alone, each] = encoding === 'UCS-2' ? [70, 67] : [160, 153]
      const most = parts.length === 1 ? alone : each
      for (const part of parts) {
        const units = encoding === 'UCS-2' ? part.length : countParts(part).units
        expect(units).toBeLessThanOrEqual(most)
      }
    }),
  )
})
