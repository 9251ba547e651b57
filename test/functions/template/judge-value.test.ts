import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeValue } from '../../../functions/template/judge-value.ts'
import type { Slot } from '../../../functions/template/slot.ts'

const words: Slot = { type: 'text', maxLength: 10, example: 'Gold' }
const code: Slot = { type: 'code', length: 6, example: '042817' }

it.each<[Slot, unknown]>([
  [words, '4711'],
  [words, 'a'.repeat(10)],
  [words, 'e\u0301'.repeat(10)], // ten characters once composed
  [words, '字字 😀'],
  [words, '{{code}}'], // plain words: nothing reads them again
  [words, '24.11.2026'],
  [code, '042817'],
])('finds nothing wrong, for %j, with %j', (slot, value) => {
  expect(judgeValue(slot, value)).toBeUndefined()
})

it.each<[Slot, unknown, string]>([
  [words, 4711, 'must be a string, numbers too'],
  [words, null, 'must be a string, numbers too'],
  [words, ['a'], 'must be a string, numbers too'],
  [words, '', 'is blank'],
  [words, ' \u00a0\t', 'is blank'],
  [words, 'a'.repeat(11), 'is longer than 10 characters'],
  [words, '😀'.repeat(6), 'is longer than 10 characters'],
  [words, 'a'.repeat(10_000), 'is longer than 10 characters'],
  [words, 'a\ud83d', 'holds half a surrogate pair'],
  [words, 'a\nb', 'holds a control, zero-width or bidirectional character'],
  [words, 'a\u202eb', 'holds a control, zero-width or bidirectional character'],
  [words, 'evil.com', 'holds a link, or what a phone would show as one (a full stop between letters)'],
  [code, 42817, 'must be a string, numbers too'],
  [code, '', 'must be exactly 6 digits'],
  [code, '42817', 'must be exactly 6 digits'],
  [code, '0428170', 'must be exactly 6 digits'],
  [code, '04281a', 'must be exactly 6 digits'],
  [code, '04281\n', 'must be exactly 6 digits'],
  [code, '０４２８１７', 'must be exactly 6 digits'],
  [code, '-42817', 'must be exactly 6 digits'],
])('says, for %j, what is wrong with %j: %s', (slot, value, problem) => {
  expect(judgeValue(slot, value)).toBe(problem)
})

it('lets through no more than the slot holds, and says always one of a few sentences', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
      const problem = judgeValue(words, value)
      if (problem === undefined) expect(value.normalize('NFC').length).toBeLessThanOrEqual(10)
      else expect(problem).toMatch(/^(is blank|is longer than 10 characters|holds (half|a control|a link).*)$/)
    }),
  )
})
