import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseText, lookUp } from '../../../functions/template/choose-text.ts'

const template = { texts: { de: 'Hallo', en: 'Hello', 'en-GB': 'Hello there', 'zh-Hant': '你好' }, defaultLocale: 'de' }

it.each([
  ['en-GB', 'en-GB'],
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['en-AU', 'en'],
  ['en-GB-oxendict', 'en-GB'],
  ['zh-Hant-TW', 'zh-Hant'],
  ['zh', 'de'],
  ['fr', 'de'],
  ['constructor', 'de'],
  ['', 'de'],
  [undefined, 'de'],
])('answers %s by the text for %s', (asked, locale) => {
  expect(chooseText(template, asked).locale).toBe(locale)
})

it('gives the text with its locale', () => {
  expect(chooseText(template, 'en-US')).toEqual({ locale: 'en', text: 'Hello' })
})

it('answers whatever is asked', () => {
  fc.assert(fc.property(fc.string(), (asked) => Object.values(template.texts).includes(chooseText(template, asked).text)))
})

it('faults when the default locale has no text, which no checked template lets happen', () => {
  expect(() => chooseText({ texts: {}, defaultLocale: 'de' })).toThrow('the template has no text for its default locale de')
})

it('looks words up by the same rule, and knows when there are none', () => {
  expect(lookUp({ en: 'Gold', de: 'Golden' }, 'de-AT', 'en')).toEqual(['de', 'Golden'])
  expect(lookUp({ en: 'Gold' }, '__proto__', 'en')).toEqual(['en', 'Gold'])
  expect(lookUp({ de: 'Golden' }, 'fr', 'en')).toBeUndefined()
  expect(lookUp({}, 'toString', 'constructor')).toBeUndefined()
})
