import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, type WithSlots } from '../../../functions/template/compose.ts'
import { longestText } from '../../../functions/template/longest-text.ts'
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

it('is never exceeded by legal parameters: in encoding, in units of it, nor, but for emoji at the end of a part, in parts', () => {
  const locales = fc.constantFrom('en', 'de', 'el', 'fr', 'sv')
  fc.assert(
    fc.property(anySlot, anySlot, locales, fc.nat(150), (one, other, locale, filling) => {
      const template: WithSlots = {
        slots: { one: one.slot, other: other.slot },
        texts: { [locale]: `${'x'.repeat(filling)}{{one}} {{other}} {{one}}` },
        defaultLocale: locale,
      }
      const composed = compile(template)({ one: one.value, other: other.value }, locale)
      if (!composed.ok) throw new Error(JSON.stringify([one, other, composed.problems]))
      const longest = longestText(template, locale)
      if (longest.encoding === 'GSM 03.38') expect(composed.encoding).toBe('GSM 03.38')
      if (composed.encoding === longest.encoding) expect(composed.units).toBeLessThanOrEqual(longest.units)
      const split = [...composed.text].length < composed.text.length ? 1 : 0
      expect(composed.parts).toBeLessThanOrEqual(longest.parts + split)
    }),
    { numRuns: 500 },
  )
})
