import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, type WithSlots } from '../../../functions/template/compose.ts'
import { longestText } from '../../../functions/template/longest-text.ts'
import { longest } from '../../../functions/template/values/values.ts'
import { anySlot } from './any-slot.ts'

it.each<[string, WithSlots['slots'][string], number, string]>([
  ['a code', { type: 'code', length: 6, example: '042817' }, 6, 'GSM 03.38'],
  ['an identifier', { type: 'text', maxLength: 20, characters: 'identifier', example: '4711' }, 20, 'GSM 03.38'],
  ['words of GSM, two septets each', { type: 'text', maxLength: 20, characters: 'gsm', example: 'Ada' }, 40, 'GSM 03.38'],
  ['any words', { type: 'text', maxLength: 20, example: 'Ada' }, 20, 'UCS-2'],
  ['an address', { type: 'url', hosts: ['shop.example'], maxLength: 40, example: 'https://shop.example' }, 40, 'GSM 03.38'],
  ['a day', { type: 'date', example: '2026-11-24' }, 12, 'GSM 03.38'],
])('is as long as %s can get', (_, slot, units, encoding) => {
  const template: WithSlots = { slots: { slot }, texts: { en: '{{slot}}' }, defaultLocale: 'en' }
  expect(longestText(template, 'en')).toMatchObject({ units, encoding })
})

const enumOf = (...words: string[]): WithSlots['slots'][string] => ({
  type: 'enum',
  values: Object.fromEntries(words.map((en, at) => [`w${at}`, { en }])),
  example: 'w0',
})
const longestWith = (en: string, ...words: string[]) =>
  longestText({ slots: { a: enumOf(...words) }, texts: { en }, defaultLocale: 'en' }, 'en')

it.each<[string, string, string[], object]>([
  ['typography counts as the plain characters that are sent', '{{a}}', ['it’s', 'a'.repeat(100)], { parts: 1, units: 100 }],
  ['beside what forces UCS-2 units count', `字{{a}}`, ['it’s', 'a'.repeat(100)], { encoding: 'UCS-2', parts: 2, units: 101 }],
  ['septets count in GSM', '{{a}}', ['€'.repeat(81), 'a'.repeat(100)], { encoding: 'GSM 03.38', parts: 2, units: 162 }],
  ['an ellipsis counts as three', '{{a}}', ['…'.repeat(60), 'a'.repeat(100)], { encoding: 'GSM 03.38', parts: 2, units: 180 }],
  ['one short word makes all others dear', '{{a}}', ['字', 'a'.repeat(80)], { parts: 1 }],
])('judges a slot by its neighbours: %s', (_, en, words, longest) => {
  expect(longestWith(en, ...words)).toMatchObject(longest)
})

it('lets a short word of one slot force UCS-2 upon a long one of another', () => {
  const slots = { a: enumOf('字', 'a'.repeat(75)), b: enumOf('字', 'a'.repeat(75)) }
  expect(longestText({ slots, texts: { en: '{{a}}{{b}}' }, defaultLocale: 'en' }, 'en')).toMatchObject({
    encoding: 'UCS-2',
    parts: 2,
    units: 76,
  })
})

it('looks for the longest value of a slot in a language once', () => {
  const day = { type: 'date-time', zone: 'Europe/Berlin', example: '2026-11-24T13:00:00Z' } as const
  expect(longest(day, 'de', 'en')).toBe(longest(day, 'de', 'en'))
  expect(longest(day, 'de', 'en')).not.toEqual(longest(day, 'el', 'en'))
})

it('is told for the text that a locale falls back to', () => {
  const template: WithSlots = { slots: {}, texts: { en: 'Hello', de: 'Guten Tag' }, defaultLocale: 'en' }
  expect(longestText(template, 'de-AT')).toEqual({ text: 'Guten Tag', encoding: 'GSM 03.38', parts: 1, units: 9 })
  expect(longestText(template, 'fr')).toMatchObject({ text: 'Hello' })
})

it('faults at a slot that is not declared', () => {
  expect(() => longestText({ slots: {}, texts: { en: '{{code}}' }, defaultLocale: 'en' }, 'en')).toThrow(
    'the slot code is not declared',
  )
})

it('is never exceeded by legal parameters: in units of its encoding, nor, but for emoji at the end of a part, in parts', () => {
  const locales = fc.constantFrom('en', 'de', 'el', 'fr', 'sv')
  fc.assert(
    fc.property(anySlot, anySlot, locales, fc.nat(150), (one, other, locale, filling) => {
      const template: WithSlots = {
        slots: { one: one.slot, other: other.slot },
        texts: { [locale]: `${'x'.repeat(filling)} {{one}} {{other}} {{one}}` },
        defaultLocale: locale,
      }
      const composed = compile(template)({ one: one.value, other: other.value }, locale)
      if (!composed.ok) throw new Error(JSON.stringify([one, other, composed.problems]))
      const most = longestText(template, locale)
      if (composed.encoding === most.encoding) expect(composed.units).toBeLessThanOrEqual(most.units)
      const split = [...composed.text].length < composed.text.length ? 1 : 0
      expect(composed.parts).toBeLessThanOrEqual(most.parts + split)
    }),
    { numRuns: 500 },
  )
})
