import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, type WithSlots } from '../../../functions/template/compose.ts'
import { asSent } from '../../../functions/text/as-sent.ts'
import { countParts } from '../../../functions/text/count-parts.ts'

const receipt: WithSlots = {
  slots: {
    name: { type: 'text', maxLength: 20, example: 'Ada' },
    amount: { type: 'money', currencies: ['EUR'], maxMinorUnits: 1_000_000, example: { minorUnits: 4990, currency: 'EUR' } },
    day: { type: 'date', example: '2026-11-24' },
    level: { type: 'enum', values: { gold: { en: 'Gold', de: 'Gold', el: 'Χρυσή' } }, example: 'gold' },
  },
  texts: {
    en: 'Shop: {{name}}, {{amount}} paid on {{day}}, {{level}}. {{{{',
    de: 'Shop: {{name}}, {{amount}} am {{day}} gezahlt, {{level}}.',
    el: 'Shop: {{name}}, {{amount}}, {{day}}, {{level}}.',
  },
  defaultLocale: 'en',
}
const params = { name: 'Ada', amount: { minorUnits: 129_950, currency: 'EUR' }, day: '2026-11-24', level: 'gold' }
const compose = compile(receipt)

it.each([
  [undefined, 'en', 'Shop: Ada, €1,299.50 paid on Nov 24, 2026, Gold. {{', 'GSM 03.38'],
  ['en-GB', 'en', 'Shop: Ada, €1,299.50 paid on Nov 24, 2026, Gold. {{', 'GSM 03.38'],
  ['DE-at', 'de', 'Shop: Ada, 1.299,50 € am 24.11.2026 gezahlt, Gold.', 'GSM 03.38'],
  ['el', 'el', 'Shop: Ada, 1.299,50\u00a0€, 24 Νοε 2026, Χρυσή.', 'UCS-2'],
])('composes for %s the text in %s', (asked, locale, text, encoding) => {
  expect(compose(params, asked)).toEqual({ ok: true, locale, text, ...countParts(text) })
  expect(countParts(text).encoding).toBe(encoding)
})

it('composes again and again, with what is asked each time', () => {
  expect(compose({ ...params, name: 'Bob' }, 'de')).toMatchObject({ locale: 'de', text: expect.stringContaining('Bob') })
  expect(compose({ ...params, name: 'Eve' }, 'de')).toMatchObject({ locale: 'de', text: expect.stringContaining('Eve') })
  expect(compose({ ...params, name: 'Eve' }, 'en')).toMatchObject({ locale: 'en', text: expect.stringContaining('Eve') })
})

it('makes typography plain where that alone makes the text GSM, wherever it came from', () => {
  expect(compose({ ...params, name: 'O’Neill' }, 'de')).toMatchObject({
    encoding: 'GSM 03.38',
    text: expect.stringContaining("O'Neill"),
  })
  expect(compose({ ...params, name: 'O’Néíll' }, 'de')).toMatchObject({
    encoding: 'UCS-2',
    text: expect.stringContaining('O’Néíll'),
  })
})

it('names everything that is wrong with the parameters, and composes nothing', () => {
  expect(compose({ name: ' ', amount: '12.99 EUR', level: 'Gold', code: 1 })).toEqual({
    ok: false,
    problems: [
      { field: 'params.name', problem: 'is blank' },
      { field: 'params.amount', problem: expect.stringContaining('must be { minorUnits, currency }') },
      { field: 'params.day', problem: 'is missing' },
      { field: 'params.level', problem: 'must be one of gold' },
      { field: 'params.code', problem: 'is not declared by the template' },
    ],
  })
})

it('takes no slot, brace or pattern that a value brings', () => {
  const words: WithSlots = {
    slots: { a: { type: 'text', maxLength: 60, example: 'x' }, b: { type: 'text', maxLength: 60, example: 'x' } },
    texts: { en: '<{{a}}|{{b}}|{{a}}>' },
    defaultLocale: 'en',
  }
  const hostile = fc
    .array(fc.constantFrom('{{', '}}', '{', '}', 'a', 'b', '$&', '$1', '{{{{', '__proto__', '%s'), { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join(''))
  const composeWords = compile(words)
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      expect(composeWords({ a, b })).toMatchObject({ ok: true, text: `<${a}|${b}|${a}>` })
    }),
  )
})

it('composes across the seams of values', () => {
  const seam: WithSlots = {
    slots: { a: { type: 'text', maxLength: 9, example: 'x' } },
    texts: { en: 'Cafe{{a}}' },
    defaultLocale: 'en',
  }
  expect(compile(seam)({ a: '\u0301!' })).toMatchObject({ text: 'Café!', encoding: 'GSM 03.38' })
})

const free = { type: 'text', maxLength: 40, example: 'x' } as const

it('counts what it composes, whatever the words beside each other are', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', 'é', '€', '[', '’', '…', 'ł', 'e\u0301', '字', '😀'),
    minLength: 1,
    maxLength: 60,
  })
  const literals = fc.constantFrom('a', '€', '’', 'Σ', 'Thank you for being with us, and see you soon at the Shop')
  fc.assert(
    fc.property(words, words, literals, (a, b, literal) => {
      const slots: WithSlots['slots'] = { a: { ...free, maxLength: 240 }, b: { ...free, maxLength: 240 } }
      const composed = compile({ slots, texts: { en: `${literal}{{a}}${literal}{{b}}` }, defaultLocale: 'en' })({ a, b })
      const text = asSent(`${literal}${a.normalize('NFC')}${literal}${b.normalize('NFC')}`)
      expect(composed).toEqual({ ok: true, locale: 'en', text, ...countParts(text) })
    }),
  )
})

const madeLink = { field: 'params', problem: expect.stringMatching(/^would make a link/) }

it.each<[string, Record<string, string>]>([
  ['{{a}}{{b}}', { a: 'evil', b: '.com/x' }],
  ['{{a}}{{b}}', { a: 'evil.c', b: 'om/x' }],
  ['{{a}}:{{b}}', { a: 'https', b: '//localhost' }],
  ['{{a}}s Paket', { a: 'evil.u' }],
  ['no{{a}}', { a: '.us/login' }],
  ['订单{{a}}已发货', { a: '.us/login' }],
  ['{{code}}{{a}}', { code: '1234', a: '.us/login' }],
  ['{{level}}{{a}}', { level: 'gold', a: '.com' }],
  ['{{count}}{{a}}', { a: '.us/login' }],
  ['{{day}}{{a}}', { a: '.us/login' }],
])('composes no link out of %s and %j', (text, given) => {
  const slots: WithSlots['slots'] = {
    a: free,
    b: free,
    code: { type: 'code', length: 4, example: '0428' },
    level: { type: 'enum', values: { gold: { en: 'Gold' } }, example: 'gold' },
    count: { type: 'number', min: 0, max: 9, example: 1 },
    day: { type: 'date', example: '2026-11-24' },
  }
  const all: Record<string, unknown> = { a: 'x', b: 'x', code: '0000', level: 'gold', count: 1, day: '2026-11-24', ...given }
  expect(compile({ slots, texts: { en: text }, defaultLocale: 'en' })(all)).toEqual({ ok: false, problems: [madeLink] })
})

it('composes the links that a template lists, and those of its url slots', () => {
  const template: WithSlots = {
    slots: { track: { type: 'url', hosts: ['shop.example'], maxLength: 40, example: 'https://shop.example' }, a: free },
    links: ['https://shop.example/help'],
    texts: { en: '{{a}}: {{track}} or shop.example/help. See https://shop.example/help.' },
    defaultLocale: 'en',
  }
  const composed = compile(template)({ track: 'https://shop.example/t/1', a: 'Ada' })
  expect(composed).toMatchObject({
    text: 'Ada: https://shop.example/t/1 or shop.example/help. See https://shop.example/help.',
  })
  const { links: _, ...unlisted } = template
  expect(compile(unlisted)({ track: 'https://shop.example/t/1', a: 'Ada' })).toMatchObject({ ok: false, problems: [madeLink] })
})

it('takes the dots of a large number for no address', () => {
  const slots: WithSlots['slots'] = { points: { type: 'number', min: 0, max: 2e9, example: 1 } }
  const written = compile({ slots, texts: { de: '{{points}} Punkte' }, defaultLocale: 'de' })({ points: 1_200_100_150 })
  expect(written).toMatchObject({ text: '1.200.100.150 Punkte' })
})

it('looks at own parameters only', () => {
  expect(compose(Object.create(params))).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([{ field: 'params.name', problem: 'is missing' }]),
  })
})

it('faults, quoting nothing of it, at a template that was not checked', () => {
  const texts = { en: 'SECRET {{code}}' }
  expect(() => compile({ slots: {}, texts, defaultLocale: 'en' })({})).toThrow(/^the slot code is not declared$/)
  expect(() => compile({ slots: {}, texts: { en: 'SECRET {{' }, defaultLocale: 'en' })({})).toThrow(
    /^the template's text cannot be read/,
  )
})
