import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countParts } from '../../../functions/text/count-parts.ts'
import { normalise } from '../../../functions/text/normalise.ts'
import { anyText } from './any-text.ts'

it.each([
  ['single quotes', '‘it’s’ ‚so‛ ‹we›', "'it's' 'so' 'we'"],
  ['double quotes', '“one” „two‟ «three»', '"one" "two" "three"'],
  ['hyphens, dashes and minus', 'a‐b‑c‒d–e—f―g −5', 'a-b-c-d-e-f-g -5'],
  ['an ellipsis', 'wait…', 'wait...'],
  ['no-break spaces', '49,90\u00a0€ 2:00\u202fPM 1\u2007000', '49,90 € 2:00 PM 1 000'],
  ['one at either end', '’a’', "'a'"],
])('makes %s plain where nothing else is beyond GSM', (_, text, plain) => {
  expect(normalise(text)).toBe(plain)
})

it.each(['', 'Shop: hello', "it's", '€[]', '字’', '’字', '“Пётр”', 'c’est ça', '–😀', 'a\u200b’', '`', 'ellipsis… \ud83d'])(
  'leaves %j as it is',
  (text) => {
    expect(normalise(text)).toBe(text)
  },
)

it('makes a text GSM or leaves it, changes no other character, and does nothing the second time', () => {
  const typography = fc.constantFrom(...'‘’‚‛‹›“”„‟«»‐‑‒–—―−…\u00a0\u2007\u202f')
  const text = fc.array(fc.oneof(typography, fc.constantFrom('a', '€', '?', '\n'), anyText), { maxLength: 8 })
  fc.assert(
    fc.property(text, (pieces) => {
      const before = pieces.join('')
      const after = normalise(before)
      expect(normalise(after)).toBe(after)
      if (after === before) return
      expect(countParts(before).encoding).toBe('UCS-2')
      expect(countParts(after).encoding).toBe('GSM 03.38')
      const untouched = (words: string) => words.replaceAll(/['"\-. ‘’‚‛‹›“”„‟«»‐‑‒–—―−…\u00a0\u2007\u202f]/gu, '')
      expect(untouched(after)).toBe(untouched(before))
    }),
  )
})
