import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'
import { text } from '../../../../functions/template/values/text.ts'
import { countParts } from '../../../../functions/text/count-parts.ts'

const words: SlotOf<'text'> = { type: 'text', maxLength: 10, example: 'Gold' }
const gsm: SlotOf<'text'> = { ...words, characters: 'gsm' }
const identifier: SlotOf<'text'> = { ...words, characters: 'identifier' }

it.each<[SlotOf<'text'>, unknown]>([
  [words, '4711'],
  [words, 'a'.repeat(10)],
  [words, 'e\u0301'.repeat(10)], // ten characters once composed
  [words, '字字 😀'],
  [words, '{{code}}'], // plain words: nothing reads them again
  [words, '24.11.2026'],
  [words, 'constructor'.slice(0, 10)],
  [gsm, 'Jürgen €'],
  [gsm, 'u\u0308'], // ü once composed
  [gsm, 'don’t'],
  [gsm, '“a” – b…'],
  [identifier, 'HX-2_0/9.1'],
  [identifier, 'No #4 a'],
])('finds nothing wrong, for %j, with %j', (slot, value) => {
  expect(text.judge(slot, value)).toBeUndefined()
})

it.each<[SlotOf<'text'>, unknown, string]>([
  [words, 4711, 'must be a string, numbers too'],
  [words, null, 'must be a string, numbers too'],
  [words, ['a'], 'must be a string, numbers too'],
  [words, { toString: () => 'a' }, 'must be a string, numbers too'],
  [words, '', 'is blank'],
  [words, ' \u00a0\t', 'is blank'],
  [words, 'a'.repeat(11), 'is longer than 10 characters'],
  [words, '😀'.repeat(6), 'is longer than 10 characters'],
  [words, 'a'.repeat(100), 'is longer than 10 characters'],
  [words, 'a\ud83d', 'holds half a surrogate pair'],
  [words, 'a\nb', 'holds a control, zero-width or bidirectional character'],
  [words, 'a\u202eb', 'holds a control, zero-width or bidirectional character'],
  [words, 'evil.com', 'holds a link, or what a phone would show as one (a full stop between letters)'],
  [gsm, 'Zoë', 'holds a character that GSM 03.38 does not have'],
  [gsm, 'don’t ✓', 'holds a character that GSM 03.38 does not have'],
  [gsm, 'seven or…x', 'is longer than 10 characters'],
  [gsm, 'a`b', 'holds a character that GSM 03.38 does not have'],
  [gsm, 'a\nb', 'holds a control, zero-width or bidirectional character'],
  [identifier, 'Jürgen', 'holds other characters than letters A to Z, digits, blanks and -_./#'],
  [identifier, 'а1', 'holds other characters than letters A to Z, digits, blanks and -_./#'], // Cyrillic а, a look-alike
  [identifier, 'a\u00a0b', 'holds other characters than letters A to Z, digits, blanks and -_./#'],
  [identifier, 'a:b', 'holds other characters than letters A to Z, digits, blanks and -_./#'],
  [identifier, 'a.bc', 'holds a link, or what a phone would show as one (a full stop between letters)'],
])('says, for %j, what is wrong with %j: %s', (slot, value, problem) => {
  expect(text.judge(slot, value)).toBe(problem)
})

it('tells the words as they are, composed', () => {
  expect(text.format(words, 'Cafe\u0301 {{a}}', 'en', 'en')).toBe('Café {{a}}')
})

it('faults, without quoting it, at a value that was not judged', () => {
  expect(() => text.format(words, 424242, 'en', 'en')).toThrow(/^a value had not been judged: it is no string$/)
})

it('lets through nothing longer than the slot holds, nor dearer than its longest value', () => {
  const unit = fc.oneof(fc.constantFrom('a', '€', '[', '7', '#'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
  const slots = fc.constantFrom(words, gsm, identifier)
  fc.assert(
    fc.property(slots, fc.string({ unit, maxLength: 12 }), (slot, value) => {
      fc.pre(text.judge(slot, value) === undefined)
      const [told, longest] = [text.format(slot, value, 'en', 'en'), text.longest(slot, 'en', 'en').any]
      expect(told.length).toBeLessThanOrEqual(10)
      const [one, most] = [countParts(told), countParts(longest)]
      if (most.encoding === 'GSM 03.38') expect(one.encoding).toBe('GSM 03.38')
      if (one.encoding === most.encoding) expect(one.units).toBeLessThanOrEqual(most.units)
    }),
  )
})

it('says of any string one of a few sentences', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
      const problem = text.judge(words, value)
      if (problem === undefined) expect(value.normalize('NFC').length).toBeLessThanOrEqual(10)
      else expect(problem).toMatch(/^(is blank|is longer than 10 characters|holds (half|a control|a link).*)$/)
    }),
  )
})
