import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseText } from '../../../functions/template/parse-text.ts'
import { piecesOf, renderPieces } from '../../../functions/template/render.ts'

const render = (text: string, params: Readonly<Record<string, string>>) =>
  renderPieces(piecesOf(text), (slot) => params[slot] ?? '')

it.each<[string, Record<string, string>, string]>([
  ['Shop: {{code}} is your code.', { code: '042817' }, 'Shop: 042817 is your code.'],
  ['{{from}}–{{until}}, {{from}}', { from: '14', until: '16' }, '14–16, 14'],
  ['{{{{code}} is {{code}}', { code: '1' }, '{{code}} is 1'],
  ['{{a}}', { a: '{{b}}', b: 'x' }, '{{b}}'],
  ['{{a}}code}}', { a: '{{', code: 'x' }, '{{code}}'],
  ['{{a}}', { a: '$& $1 $$' }, '$& $1 $$'],
])('renders %j with %j', (text, params, rendered) => {
  expect(render(text, params)).toBe(rendered)
})

it('faults, without quoting anything else, when the text had not been checked', () => {
  expect(() => render('SECRET {{ SECRET }}', {})).toThrow(
    /^the template's text cannot be read: it has a placeholder at character 8/,
  )
})

it('inserts values as they are, whatever they hold', () => {
  const hostile = fc
    .array(fc.constantFrom('{{', '}}', '{', 'code', 'eta', ' ', '$&'), { maxLength: 50 })
    .map((parts) => parts.join(''))
  fc.assert(fc.property(hostile, hostile, (code, eta) => render('<{{code}}|{{eta}}>', { code, eta }) === `<${code}|${eta}>`))
})

it('stays bounded: no longer than the text and, for each slot, its value', () => {
  const text = fc
    .array(fc.constantFrom('{{code}}', '{{{{', 'word ', '}}', '{'), { maxLength: 1_200 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.string({ unit: 'grapheme-ascii', maxLength: 500 }), (words, code) => {
      const parsed = parseText(words)
      fc.pre(parsed.ok)
      const slots = parsed.ok ? parsed.pieces.filter((piece) => 'slot' in piece).length : 0
      expect(render(words, { code }).length).toBeLessThanOrEqual(words.length + slots * code.length)
    }),
  )
})

it('asks once for each place of a slot, in order, and reads no answer again', () => {
  const asked: string[] = []
  const pieces = piecesOf('<{{a}}{{{{{{b}}|{{a}}>')
  const text = renderPieces(pieces, (slot) => {
    asked.push(slot)
    return `{{${slot}}}`
  })
  expect(text).toBe('<{{a}}{{{{b}}|{{a}}>')
  expect(asked).toEqual(['a', 'b', 'a'])
})
