import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asSent, sentText } from '../../../functions/text/as-sent.ts'
import { countParts } from '../../../functions/text/count-parts.ts'
import { septets, septetsOf } from '../../../functions/text/gsm-03-38.ts'
import { normalise } from '../../../functions/text/normalise.ts'
import { anyText } from './any-text.ts'

it.each([
  ['Cafe\u0301’s', "Café's"],
  ['caf\u0327e\u0301', 'caf̧é'],
  ['A\u030a–', 'Å-'],
])('composes %j before it is made plain', (text, sent) => {
  expect(asSent(text)).toBe(sent)
})

it('keeps an ellipsis where three full stops in its place take one part more', () => {
  expect(asSent('…'.repeat(53))).toBe('...'.repeat(53))
  expect(asSent('…'.repeat(55))).toBe('…'.repeat(55))
  expect(asSent(`${'a'.repeat(100)}…`)).toBe(`${'a'.repeat(100)}...`)
})

it('is composed, plain or not, whichever takes fewer parts, for a GSM text too', () => {
  const texts = fc.tuple(anyText, fc.integer({ min: 1, max: 9 })).map(([text, times]) => text.repeat(times))
  fc.assert(
    fc.property(texts, (text) => {
      const composed = text.normalize('NFC')
      const [asItIs, plain] = [countParts(composed).parts, countParts(normalise(composed)).parts]
      expect(asSent(text)).toBe(plain <= asItIs ? normalise(composed) : composed)
    }),
  )
})

it('tells what it takes', () => {
  const texts = fc.tuple(anyText, fc.integer({ min: 1, max: 9 })).map(([text, times]) => text.repeat(times))
  fc.assert(
    fc.property(texts, (text) => {
      const sent = sentText(text, septetsOf(text))
      expect(sent).toEqual({ text: asSent(text), ...countParts(sent.text) })
    }),
  )
})

it('rests on this: no two characters of GSM 03.38 are composed into one', () => {
  for (const one of septets.keys()) for (const other of septets.keys()) expect((one + other).normalize('NFC')).toBe(one + other)
})
