import { expect, it } from 'vitest'
import { enumeration } from '../../../../functions/template/values/enumeration.ts'
import type { SlotOf } from '../../../../functions/template/values/rules.ts'

const slot: SlotOf<'enum'> = {
  type: 'enum',
  values: { gold: { en: 'Gold', el: 'Χρυσή' }, silver: { en: 'Silver', de: 'Silber', 'de-AT': 'Silbern' } },
  example: 'gold',
}

it.each([
  ['silver', 'de', 'Silber'],
  ['silver', 'de-AT', 'Silbern'],
  ['silver', 'de-CH', 'Silber'],
  ['gold', 'de', 'Gold'],
  ['gold', 'el', 'Χρυσή'],
  ['gold', 'constructor', 'Gold'],
])('tells %s in %s by the word %s, found as texts are', (value, locale, word) => {
  expect(enumeration.judge(slot, value)).toBeUndefined()
  expect(enumeration.format(slot, value, locale, 'en')).toBe(word)
})

it.each([1, null, '', 'Gold', 'bronze', 'constructor', '__proto__', 'toString', ['gold']])('takes no %j', (value) => {
  expect(enumeration.judge(slot, value)).toBe('must be one of gold, silver')
})

it('takes for its longest the word with most room, and the one that forces UCS-2 upon others', () => {
  expect(enumeration.longest(slot, 'en', 'en')).toEqual({ gsm: 'Silver', any: 'Silver', forcing: undefined })
  expect(enumeration.longest(slot, 'el', 'en')).toEqual({ gsm: 'Silver', any: 'Silver', forcing: 'Χρυσή' })
})

it('faults, without quoting it, where a word is missing', () => {
  expect(() => enumeration.format(slot, 'gold', 'fr', 'fr')).toThrow('an enum slot has no word for a value in the default locale')
  expect(() => enumeration.format(slot, 'bronze', 'en', 'en')).toThrow(/^an enum slot has no word/)
})
