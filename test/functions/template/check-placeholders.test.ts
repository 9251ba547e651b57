import { expect, it } from 'vitest'
import { checkPlaceholders } from '../../../functions/template/check-placeholders.ts'

it('finds nothing where every text uses every slot', () => {
  expect(checkPlaceholders(['orderNo', 'eta'], { en: '{{orderNo}} {{eta}} {{orderNo}}', de: '{{eta}} {{orderNo}}' })).toEqual([])
})

it('finds, by locale, slots that are not declared and slots that are not used', () => {
  expect(checkPlaceholders(['orderNo', 'eta'], { en: '{{orderNo}}', de: '{{eta}} {{code}} {{code}}' })).toEqual([
    { locale: 'en', problem: 'does not use the slot eta' },
    { locale: 'de', problem: 'uses the slot code, which is not declared' },
    { locale: 'de', problem: 'does not use the slot orderNo' },
  ])
})

it('passes over a text that cannot be read', () => {
  expect(checkPlaceholders(['eta'], { en: '{{eta' })).toEqual([])
})
