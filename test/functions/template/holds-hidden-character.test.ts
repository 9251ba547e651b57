import { expect, it } from 'vitest'
import { holdsHiddenCharacter } from '../../../functions/template/holds-hidden-character.ts'

it.each([
  ['line feed', 0x0a],
  ['tab', 0x09],
  ['escape', 0x1b],
  ['delete', 0x7f],
  ['next line', 0x85],
  ['soft hyphen', 0xad],
  ['combining grapheme joiner', 0x34f],
  ['Arabic letter mark', 0x61c],
  ['zero-width space', 0x200b],
  ['zero-width non-joiner', 0x200c],
  ['zero-width joiner', 0x200d],
  ['right-to-left mark', 0x200f],
  ['line separator', 0x2028],
  ['right-to-left override', 0x202e],
  ['word joiner', 0x2060],
  ['right-to-left isolate', 0x2067],
  ['Hangul filler', 0x3164],
  ['byte order mark', 0xfeff],
  ['interlinear annotation anchor', 0xfff9],
  ['tag a', 0xe0061],
])('finds a %s', (_, code) => {
  expect(holdsHiddenCharacter(`Gold${String.fromCodePoint(code)}`)).toBe(true)
})

it.each(['Gold', 'Größe 42', '€ 12,50', 'Пётр', 'سلام', '字', '❤️', '☎︎', '👍🏽', 'a\u00a0b', 'नमस्ते'])(
  'finds none in %s',
  (text) => {
    expect(holdsHiddenCharacter(text)).toBe(false)
  },
)

it('finds, of all characters there are, those with the properties that hide them, and no others', () => {
  const hidden = /[[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]--[\uFE0E\uFE0F]]/v
  const differing: string[] = []
  for (let point = 0; point <= 0x10ffff; point++) {
    const character = String.fromCodePoint(point)
    if (holdsHiddenCharacter(character) !== hidden.test(character)) differing.push(point.toString(16))
  }
  expect(differing).toEqual([])
})
