import { expect, it } from 'vitest'
import { canonicalLocale } from '../../../functions/notification/canonical-locale.ts'

it.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['es-419', 'es-419'],
  ['en-x-abcdefgh-abcdefgh-abcdefgh-abc', 'en-x-abcdefgh-abcdefgh-abcdefgh-abc'],
])('spells %s as %s', (tag, canonical) => {
  expect(canonicalLocale(tag)).toBe(canonical)
})

it.each([
  '',
  'e',
  'en_GB',
  'constructor',
  '__proto__',
  'en-',
  'english please',
  'en-x-abcdefgh-abcdefgh-abcdefgh-abcd',
  `en-x-${'a-'.repeat(5_000)}a`,
])('knows no locale %j', (tag) => {
  expect(canonicalLocale(tag)).toBeUndefined()
})
