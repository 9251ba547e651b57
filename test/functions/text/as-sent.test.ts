import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asSent } from '../../../functions/text/as-sent.ts'
import { septets } from '../../../functions/text/gsm-03-38.ts'
import { normalise } from '../../../functions/text/normalise.ts'
import { anyText } from './any-text.ts'

it.each([
  ['Cafe\u0301’s', "Café's"],
  ['caf\u0327e\u0301', 'caf̧é'],
  ['A\u030a–', 'Å-'],
])('composes %j before it is made plain', (text, sent) => {
  expect(asSent(text)).toBe(sent)
})

it('is the same as composing and making plain, for a GSM text too', () => {
  fc.assert(fc.property(anyText, (text) => asSent(text) === normalise(text.normalize('NFC'))))
})

it('rests on this: no two characters of GSM 03.38 are composed into one', () => {
  for (const one of septets.keys()) for (const other of septets.keys()) expect((one + other).normalize('NFC')).toBe(one + other)
})
