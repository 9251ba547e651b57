import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Piece, parseText } from '../../../functions/template/parse-text.ts'

const literal = (words: string): Piece => ({ literal: words })
const slot = (name: string, at: number): Piece => ({ slot: name, at })
const unread = (written: string, at: number) => expect.objectContaining({ unread: written, at })

it.each<[string, Piece[]]>([
  ['', []],
  ['Shop: hello', [literal('Shop: hello')]],
  ['Shop: {{code}} is it', [literal('Shop: '), slot('code', 6), literal(' is it')]],
  ['{{from}}{{until}}', [slot('from', 0), slot('until', 8)]],
  ['{{{{', [literal('{{')]],
  ['{{{{code}}', [literal('{{'), literal('code}}')]],
  ['{{{{{{code}}', [literal('{{'), slot('code', 4)]],
  ['{ } }} a{b}', [literal('{ } }} a{b}')]],
  ['{{code}}}}', [slot('code', 0), literal('}}')]],
])('reads %j', (text, pieces) => {
  expect(parseText(text)).toEqual({ ok: true, pieces })
})

it.each<[string, string[]]>([
  ['{{code', ['has a placeholder at character 1 that is never closed by }}']],
  ['a {{ code }}', ['has a placeholder at character 3 that holds no slot name']],
  [
    '{{}}{{#if}}',
    ['has a placeholder at character 1 that holds no slot name', 'has a placeholder at character 5 that holds no slot name'],
  ],
  ['{{{code}}}', ['has a placeholder at character 1 that holds no slot name']],
  ['{{__proto__}}', ['has a placeholder at character 1 that holds no slot name']],
  [
    '{{1}} {{a',
    ['has a placeholder at character 1 that holds no slot name', 'has a placeholder at character 7 that is never closed by }}'],
  ],
  ['{{a {{b}}', ['has a placeholder at character 1 that is never closed by }}']],
])('finds what is wrong with %j', (text, problems) => {
  const parsed = parseText(text)
  expect(parsed.ok || parsed.unread.map(({ problem }) => problem)).toEqual(problems)
})

it.each<[string, ReturnType<typeof parseText>['pieces']]>([
  ['Hi {{ name }}, {{code}}', [literal('Hi '), unread('{{ name }}', 3), literal(', '), slot('code', 15)]],
  ['{{code is yours', [unread('{{code', 0), literal(' is yours')]],
  ['{{ code is yours', [unread('{{ code', 0), literal(' is yours')]],
  ['{{code} is {{eta}}', [unread('{{code', 0), literal('} is '), slot('eta', 11)]],
  ['{{', [unread('{{', 0)]],
])('reads on after what cannot be read: %j', (text, pieces) => {
  expect(parseText(text).pieces).toEqual(pieces)
})

it('reads back whatever was written by its rules', () => {
  const words = fc.stringMatching(/^[^{]{1,9}$/).map(literal)
  const piece = fc.oneof(words, fc.constantFrom(slot('code', 0), slot('eta', 0), literal('{{')))
  const written = (one: Piece) => ('slot' in one ? `{{${one.slot}}}` : one.literal.replaceAll('{{', '{{{{'))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const parsed = parseText(pieces.map(written).join(''))
      expect(parsed.ok && parsed.pieces.map(written).join('')).toBe(pieces.map(written).join(''))
    }),
  )
})

it('takes one step a brace at most, so that hostile text costs no more than its length', () => {
  const hostile = fc
    .array(fc.constantFrom('{{', '}}', '{', '}', 'code', ' ', '😀'), { maxLength: 2_000 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(hostile, (text) => {
      expect(parseText(text).pieces.length).toBeLessThanOrEqual(text.length)
    }),
  )
})
