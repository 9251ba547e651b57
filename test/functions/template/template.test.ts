import { expect, it } from 'vitest'
import { problemsOf } from '../../../functions/notification/problems-of.ts'
import { Template } from '../../../functions/template/template.ts'

const orderShipped = {
  name: 'order-shipped',
  kind: 'order',
  brand: 'Shop',
  description: 'Sent when a parcel has left.',
  slots: {
    orderNo: { type: 'text', maxLength: 20, example: '4711' },
    eta: { type: 'date', example: '2026-11-24' },
  },
  texts: { en: 'Shop: {{orderNo}} comes {{eta}}.', 'de-AT': 'Shop: {{orderNo}} kommt {{eta}}.' },
  defaultLocale: 'en',
}
const { slots, texts } = orderShipped
const level = { type: 'enum', values: { gold: { en: 'Gold', de: 'Gold' }, basic: { en: 'Basic' } }, example: 'gold' }

const sentencesFor = (changes: object) => {
  const { error } = Template.safeParse({ ...orderShipped, ...changes })
  return error === undefined ? [] : problemsOf(error).map(({ field, problem }) => `${field} ${problem}`)
}

it('takes a template as an author writes it', () => {
  const full = { ...orderShipped, senderId: 'Shop', links: ['https://shop.example/help'] }
  expect(Template.parse(full)).toEqual(full)
})

it('takes a template without slots', () => {
  expect(sentencesFor({ slots: {}, texts: { en: 'Shop: hello.' } })).toEqual([])
})

it('may be called by a single word', () => {
  expect(sentencesFor({ name: 'welcome' })).toEqual([])
})

it('composes its texts and its brand', () => {
  const parsed = Template.parse({ ...orderShipped, brand: 'Cafe\u0301', slots: {}, texts: { en: 'Cafe\u0301' } })
  expect(parsed).toMatchObject({ brand: 'Caf\u00e9', texts: { en: 'Caf\u00e9' } })
})

it('takes words of an enum that fall back to the default locale', () => {
  expect(sentencesFor({ slots: { ...slots, level } })).toEqual([])
})

it.each<[object, string[]]>([
  [{ name: 'Order_Shipped' }, ['name must be lower-case words joined by dashes']],
  [{ name: 'order-shipped-' }, ['name must be lower-case words joined by dashes']],
  [{ name: undefined }, ['name is missing']],
  [{ brand: undefined, description: undefined }, ['brand is missing', 'description is missing']],
  [{ brand: 'x' }, ['brand must have at least 2 characters']],
  [{ brand: ' Shop' }, ['brand must be a name, as people know the sender by']],
  [{ brand: '{{shop}}' }, ['brand must be a name, as people know the sender by']],
  [{ senderId: 'My Shop' }, ['senderId must be 3 to 11 letters and digits, one letter at least']],
  [{ brand: 'Sh\u200bop' }, ['brand must be a name, as people know the sender by']],
  [{ description: 'Harmless.\u001b[2J\u001b[H' }, ['description must be one line of visible characters']],
  [{ description: 'Harmless.\napproved by everybody' }, ['description must be one line of visible characters']],
  [{ description: 'Harmless \u202ekcatta' }, ['description must be one line of visible characters']],
  [{ links: ['https://shop.example/\u001b[2J'] }, ['links.0 must be a whole https address, like https://shop.example/help']],
  [{ links: ['https://shop.example/\u202efdp'] }, ['links.0 must be a whole https address, like https://shop.example/help']],
  ...[
    'https:bit.ly/x',
    'https://shop.example@evil.com/x',
    'https://shop.example:8443/x',
    'https:/shop.example',
    'https://shop',
    'https://Shop.example',
    'https:\\\\shop.example',
  ].map((link): [object, string[]] => [
    { links: [link] },
    ['links.0 must be a whole https address, like https://shop.example/help'],
  ]),
  [{ links: [] }, ['links must have at least 1 items']],
  [{ links: ['http://shop.example'] }, ['links.0 must be a whole https address, like https://shop.example/help']],
  [{ links: ['https://shop.example/{{orderNo}}'] }, ['links.0 must be a whole https address, like https://shop.example/help']],
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
  [{ texts: { ...texts, en: `${texts.en}\ud83d.` } }, ['texts.en holds a hidden character or half a surrogate pair']],
  [{ texts: { ...texts, en: `\u0007${texts.en}` } }, ['texts.en holds a hidden character or half a surrogate pair']],
  [{ texts: { ...texts, en: `${texts.en}\u202e.` } }, ['texts.en holds a hidden character or half a surrogate pair']],
  [{ texts: { ...texts, en: `ST\u200bOP ${texts.en}` } }, ['texts.en holds a hidden character or half a surrogate pair']],
  [{ texts: { ...texts, en: `ST\u200dOP ${texts.en}` } }, ['texts.en holds a hidden character or half a surrogate pair']],
  [{ texts: { ...texts, en: `${texts.en}${'a'.repeat(1600)}` } }, ['texts.en must have at most 1600 characters']],
  [{ texts: { ...texts, en: '{{orderNo}} {{ eta }}' } }, ['texts.en has a placeholder at character 13 that holds no slot name']],
  [{ slots: { ...slots, eta: { type: 'date', example: '24.11.2026' } } }, ['slots.eta.example must be a day like 2026-11-24']],
  [{ slots: { ...slots, eta: { type: 'code', length: 6, example: '12345' } } }, ['slots.eta.example must be exactly 6 digits']],
  [{ slots: { ...slots, eta: { type: 'code', length: 3, example: '123' } } }, ['slots.eta.length must be at least 4']],
  [{ slots: { ...slots, eta: { ...slots.eta, pattern: 'x' } } }, ['slots.eta.pattern is not known']],
  [{ slots: { ...slots, eta: { ...slots.eta, optional: true } } }, ['slots.eta.optional is not known']],
  [{ slots: { ...slots, ['__proto__']: slots.eta } }, ['slots must not hold the name __proto__']],
  [
    { slots: { ...slots, level: { ...level, values: { gold: { de: 'Gold' } } } } },
    ['slots.level.values.gold has no word for the default locale'],
  ],
  [{ version: 1 }, ['version is not known']],
])('of %j it says: %j', (changes, sentences) => {
  expect(sentencesFor(changes)).toEqual(sentences)
})

it.each(['constructor', 'prototype', 'toString', 'order-no', '2nd', 'code1234'])('declares no slot called %s', (name) => {
  const [sentence] = sentencesFor({ slots: { ...slots, [name]: slots.eta } })
  expect(sentence).toContain('must be called by letters')
})

const many = <Value>(count: number, name: (at: number) => string, value: Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), value]))
const locales = (count: number) => many(count, (at) => `en-x-${at.toString().padStart(3, 'a')}`, 'Shop: hello.')

it('has at most 20 slots, 50 texts and 20 links', () => {
  const link = 'https://shop.example/help'
  const full = {
    slots: many(20, (at) => `s${at}`, slots.eta),
    texts: { en: 'Shop: hello.', ...locales(49) },
    links: Array(20).fill(link),
  }
  expect(sentencesFor(full)).toEqual([])
  const over = {
    slots: many(21, (at) => `s${at}`, { type: 'words' }),
    texts: { en: 'Shop: hello.', ...locales(50) },
    links: Array(21).fill(link),
  }
  expect(sentencesFor(over)).toEqual([
    'links must have at most 20 items',
    'slots must have at most 20 names',
    'texts must have at most 50 names',
  ])
})

it('names every wrong field at once, those that depend on others included', () => {
  const sentences = sentencesFor({
    kind: 'advert',
    slots: {
      ...slots,
      orderNo: { type: 'text', maxLength: 0, example: '' },
      level: { ...level, values: { gold: { en: 'Gold' } } },
    },
    defaultLocale: 'fr',
  })
  expect(sentences).toEqual([
    'kind must be one of verification, order, payment, logistics, membership, marketing',
    'slots.orderNo.maxLength must be at least 1',
    'slots.orderNo.example is blank',
    'defaultLocale has no text',
    'slots.level.values.gold has no word for the default locale',
  ])
})
