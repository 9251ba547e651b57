import { expect, it } from 'vitest'
import { problemsOf } from '../../../functions/notification/problems-of.ts'
import { Template, TemplateVersion } from '../../../functions/template/template.ts'

const orderShipped = {
  name: 'order-shipped',
  kind: 'order',
  slots: {
    orderNo: { type: 'text', maxLength: 20, example: '4711' },
    eta: { type: 'text', maxLength: 20, example: '2026-11-24' },
  },
  texts: { en: 'Shop: {{orderNo}} comes {{eta}}.', 'de-AT': 'Shop: {{orderNo}} kommt {{eta}}.' },
  defaultLocale: 'en',
}
const { slots, texts } = orderShipped

const sentencesFor = (changes: object) => {
  const { error } = Template.safeParse({ ...orderShipped, ...changes })
  return error === undefined ? [] : problemsOf(error).map(({ field, problem }) => `${field} ${problem}`)
}

it('takes a template as an author writes it', () => {
  expect(Template.parse({ ...orderShipped, description: 'For reviewers.' })).toEqual({
    ...orderShipped,
    description: 'For reviewers.',
  })
})

it('takes a template without slots', () => {
  expect(sentencesFor({ slots: {}, texts: { en: 'Shop: hello.' } })).toEqual([])
})

it('may be called by a single word', () => {
  expect(sentencesFor({ name: 'welcome' })).toEqual([])
})

it('composes its texts', () => {
  expect(Template.parse({ ...orderShipped, slots: {}, texts: { en: 'Cafe\u0301' } }).texts).toEqual({ en: 'Caf\u00e9' })
})

it.each<[object, string[]]>([
  [{ name: 'Order_Shipped' }, ['name must be lower-case words joined by dashes']],
  [{ name: 'order-shipped-' }, ['name must be lower-case words joined by dashes']],
  [{ name: undefined }, ['name is missing']],
  [{ slots: undefined, texts: undefined }, ['slots is missing', 'texts is missing']],
  [{ kind: 'advert' }, ['kind must be one of verification, order, payment, logistics, membership, marketing']],
  [{ defaultLocale: 'fr' }, ['defaultLocale has no text']],
  [{ defaultLocale: undefined }, ['defaultLocale is missing']],
  [
    { texts: { ...texts, en_GB: texts.en } },
    ['texts.en_GB must be a BCP 47 language tag in its usual spelling, like en or en-GB'],
  ],
  [{ texts: { ...texts, en: ` ${texts.en}` } }, ['texts.en must not be blank, nor begin or end with white space']],
  [{ slots: {}, texts: { en: '' } }, ['texts.en must not be blank, nor begin or end with white space']],
  [{ texts: { ...texts, en: `${texts.en}\ud83d.` } }, ['texts.en holds a control character or half a surrogate pair']],
  [{ texts: { ...texts, en: `\u0007${texts.en}` } }, ['texts.en holds a control character or half a surrogate pair']],
  [{ texts: { ...texts, en: `${texts.en}${'a'.repeat(1600)}` } }, ['texts.en must have at most 1600 characters']],
  [{ texts: { ...texts, en: '{{orderNo}} {{ eta }}' } }, ['texts.en has a placeholder at character 13 that holds no slot name']],
  [{ texts: { ...texts, en: '{{orderNo}} {{eta}} {{code}}' } }, ['texts.en uses the slot code, which is not declared']],
  [{ texts: { ...texts, 'de-AT': '{{orderNo}}' } }, ['texts.de-AT does not use the slot eta']],
  [
    { slots: { ...slots, eta: { type: 'text', maxLength: 5, example: '2026-11-24' } } },
    ['slots.eta.example is longer than 5 characters'],
  ],
  [{ slots: { ...slots, eta: { type: 'code', length: 6, example: '12345' } } }, ['slots.eta.example must be exactly 6 digits']],
  [{ slots: { ...slots, eta: { type: 'code', length: 3, example: '123' } } }, ['slots.eta.length must be at least 4']],
  [{ slots: { ...slots, eta: { type: 'money' } } }, ['slots.eta.type must be one of text, code']],
  [{ slots: { ...slots, eta: { ...slots.eta, pattern: 'x' } } }, ['slots.eta.pattern is not known']],
  [{ slots: { ...slots, ['__proto__']: slots.eta } }, ['slots must not hold the name __proto__']],
  [{ version: 1 }, ['version is not known']],
])('of %j it says: %j', (changes, sentences) => {
  expect(sentencesFor(changes)).toEqual(sentences)
})

it.each(['constructor', 'prototype', 'toString', 'order-no', '2nd', 'code1234'])('declares no slot called %s', (name) => {
  const [sentence] = sentencesFor({ slots: { ...slots, [name]: slots.eta } })
  expect(sentence).toContain('must be called by letters')
})

it('names every wrong field at once, those that depend on others included', () => {
  const sentences = sentencesFor({
    kind: 'advert',
    slots: { ...slots, eta: { type: 'text', maxLength: 0, example: '' } },
    texts: { en: '{{code}}' },
    defaultLocale: 'fr',
  })
  expect(sentences).toEqual([
    'kind must be one of verification, order, payment, logistics, membership, marketing',
    'slots.eta.maxLength must be at least 1',
    'slots.eta.example is blank',
    'texts.en uses the slot code, which is not declared',
    'texts.en does not use the slot orderNo',
    'texts.en does not use the slot eta',
    'defaultLocale has no text',
  ])
})

it('numbers stored versions from 1, and checks them like templates', () => {
  expect(TemplateVersion.parse({ ...orderShipped, version: 1 })).toEqual({ ...orderShipped, version: 1 })
  expect(TemplateVersion.safeParse({ ...orderShipped, version: 0 }).success).toBe(false)
  expect(TemplateVersion.safeParse({ ...orderShipped, version: 1, texts: { en: '{{code}}' } }).success).toBe(false)
})
