import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Kind, kinds, mostPartsOf } from '../../../functions/notification/kinds.ts'
import { parseJson } from '../../../functions/notification/parse-json.ts'
import { checkReadable, checkTemplate } from '../../../functions/template/check-template.ts'
import { findingCodes } from '../../../functions/template/finding.ts'
import { readablePart } from '../../../functions/template/readable.ts'
import type { Slot } from '../../../functions/template/slot.ts'
import { Template } from '../../../functions/template/template.ts'

const code: Slot = { type: 'code', length: 6, example: '042817' }
const word: Slot = { type: 'text', maxLength: 20, characters: 'identifier', example: '4711' }
const track: Slot = { type: 'url', hosts: ['shop.example'], maxLength: 40, example: 'https://shop.example/t/1' }
const level = (gold: string): Slot => ({ type: 'enum', values: { gold: { en: gold } }, example: 'gold' })

const good: Template = {
  name: 'order-shipped',
  kind: 'order',
  brand: 'Shop',
  description: 'For reviewers.',
  slots: { orderNo: word },
  texts: { en: 'Shop: {{orderNo}} has left.' },
  defaultLocale: 'en',
}

/** What is found, e.g. "texts.en unused-slot". */
const found = (changes: Partial<Template>) =>
  checkTemplate(Template.parse({ ...good, ...changes })).map(({ field, code: what }) => `${field} ${what}`)

/** A template with one text and no slots but those given. */
const saying = (en: string, slots: Template['slots'] = {}, more: Partial<Template> = {}) =>
  found({ slots, texts: { en }, ...more })

it('finds nothing in a good template', () => {
  expect(checkTemplate(good)).toEqual([])
})

describe('slots', () => {
  it('must be used by every text, and be declared', () => {
    const texts = { en: 'Shop: {{orderNo}} {{orderNo}}', de: 'Shop: {{eta}} {{eta}}', fr: 'Shop: {{{{orderNo}}' }
    expect(found({ texts })).toEqual(['texts.de unknown-slot', 'texts.de unused-slot', 'texts.fr unused-slot'])
  })

  it('called like what objects inherit are not taken for declared', () => {
    expect(
      checkReadable(readablePart({ ...good, texts: { en: 'Shop: {{orderNo}}', de: 'Shop: {{valueOf2}} {{orderNo}}' } })),
    ).toHaveLength(1)
  })
})

describe('the brand', () => {
  it('must stand in every text, as it is written', () => {
    const texts = { en: 'Shop: {{orderNo}}', de: 'SHOP: {{orderNo}}', fr: '{{orderNo}} from the Shop' }
    expect(found({ texts })).toEqual(['texts.de brand-missing'])
  })

  it('is not the name of a slot', () => {
    expect(saying('Hello {{Shop}}', { Shop: word })).toEqual(['texts.en brand-missing'])
  })
})

describe('a verification', () => {
  const verification = { kind: 'verification' } as const
  it('holds its code', () => {
    expect(saying('Shop: {{code}} is your code.', { code }, verification)).toEqual([])
    expect(saying('Shop: hello.', {}, verification)).toEqual(['slots verification-without-code'])
    expect(saying('Shop: hello.', { code }, verification)).toEqual(['texts.en unused-slot'])
  })

  it.each([
    ['an address', 'Shop: {{code}} https://shop.example/in', { code }, ['https://shop.example/in']],
    ['a domain', 'Shop: {{code}} at shop.example', { code }, undefined],
    ['a slot for one', 'Shop: {{code}} {{track}}', { code, track }, undefined],
    ['a code as its host', 'Shop: {{code}}.example', { code }, undefined],
  ])('holds no link, not even a listed one: %s', (_, en, slots, links) => {
    expect(saying(en, slots, { ...verification, links })).toEqual(['texts.en verification-with-link'])
  })

  it('alone may hold a code', () => {
    expect(saying('Shop: {{code}}', { code })).toEqual(['slots.code code-outside-verification'])
  })
})

describe('links', () => {
  const links = ['https://shop.example/help', 'https://shop.example']
  it.each([
    'Shop: https://shop.example/help',
    'Shop: see (https://shop.example/help), please.',
    'Shop: shop.example/help!',
    'Shop: go to Shop.example.',
    '请访问https://shop.example/help查看 Shop',
  ])('may be those of the list, as whole addresses: %s', (en) => {
    expect(saying(en, {}, { links })).toEqual([])
  })

  it.each([
    'Shop: https://shop.example/other',
    'Shop: https://shop.example/help/x',
    'Shop: https://shop.example/help?x=1',
    'Shop: https://shop.example.evil.com',
    'Shop: https://evil.com/https://shop.example',
    'Shop: evil.shop.example',
    'Shop: user@shop.example',
    'Shop: éshop.example',
    'Shop: http://shop.example',
    'Shop: www.shop.example',
    'Shop: Thank you.Goodbye',
  ])('must be of the list: %s', (en) => {
    expect(saying(en, {}, { links })).toEqual(['texts.en unlisted-link'])
  })

  it.each([
    'Shop: https://shop.example/{{orderNo}}',
    'Shop: {{orderNo}}.example',
    'Shop: shop.{{orderNo}}',
    'Shop: {{orderNo}}.{{orderNo}}',
  ])('are not put together by slots: %s', (en) => {
    expect(saying(en, { orderNo: word }, { links })).toEqual(['texts.en unlisted-link', 'texts.en text-joined'])
  })

  it.each([
    'Shop: {{orderNo}}{{other}}',
    'Shop: {{level}}{{orderNo}}',
    'Shop: no{{orderNo}}',
    'Shop: {{orderNo}}s parcel',
    'Shop: ваш{{orderNo}}',
    'Shop: 7{{orderNo}}',
    'Shop.{{orderNo}}',
    'Shop:{{orderNo}}',
    'Shop /{{orderNo}}',
    'Shop {{orderNo}}/',
    'Shop {{orderNo}}:7',
  ])('are not made by a requester’s words and what they touch: %s', (en) => {
    const slots = { orderNo: word, other: word, level: level('Gold') }
    expect(saying(en, slots)).toContain('texts.en text-joined')
  })

  it.each([
    'Shop: {{orderNo}}.',
    'Shop: order {{orderNo}}. Thank you',
    'Shop: {{orderNo}}: hello',
    'Shop: "{{orderNo}}" ({{orderNo}}), ({{orderNo}}.) {{orderNo}}!',
    'Shop: #{{orderNo}} - {{orderNo}}\n{{orderNo}}',
    'Shop 订单{{orderNo}}已发货',
    'Shop: {{orderNo}}님',
  ])('are not feared where words stand apart, or their language has no blanks: %s', (en) => {
    expect(saying(en, { orderNo: word })).toEqual([])
  })

  it('come in by slots of their type, which nothing runs on from', () => {
    expect(saying('Shop: {{track}}', { track })).toEqual([])
    expect(saying('Shop: see {{track}}.', { track })).toEqual([])
    expect(saying('Shop: {{track}}.evil.com', { track })).toEqual(['texts.en unlisted-link'])
    expect(saying('Shop: {{track}}/more', { track })).toEqual(['texts.en unlisted-link'])
    expect(saying('Shop: {{track}}{{orderNo}}', { track, orderNo: word })).toEqual([
      'texts.en unlisted-link',
      'texts.en text-joined',
    ])
  })

  it('lead nowhere by a shortener', () => {
    const short = ['https://bit.ly/3abc']
    expect(saying('Shop: https://bit.ly/3abc', {}, { links: short })).toEqual(['links.0 link-shortener'])
    expect(saying('Shop: BIT.LY/3abc')).toEqual(['texts.en unlisted-link', 'texts.en link-shortener'])
    for (const link of ['m.bit.ly/a', '(bit.ly/3abc)', 'https:bit.ly/x', 'http://me@bit.ly:80/x', 'bit.ly:443/x'])
      expect(saying(`Shop: ${link}`)).toContain('texts.en link-shortener')
    expect(saying('Shop: https://m.bit.ly/a', {}, { links: ['https://m.bit.ly/a'] })).toEqual(['links.0 link-shortener'])
    const byShortener: Slot = { ...track, hosts: ['shop.example', 't.co'] }
    expect(saying('Shop: {{track}}', { track: byShortener })).toEqual(['slots.track.hosts.1 link-shortener'])
    expect(saying('Shop: https://orbit.ly/a', {}, { links: ['https://orbit.ly/a'] })).toEqual([])
  })
})

describe('words', () => {
  it.each(['Shop: рroduct', 'Shop: Ηello', 'Shop: Shoр'])('of two alphabets are found: %s', (en) => {
    expect(saying(en).filter((one) => one.endsWith('mixed-scripts'))).toEqual(['texts.en mixed-scripts'])
  })

  it.each([
    'Shop: добро пожаловать в Shop',
    'Shop-магазин: привет',
    'Shop: Ελλάδα',
    '您的Shop订单',
    'ご注文のShopです',
    'Shop의 주문',
    'Shop: naïve Ærø',
  ])('of one alphabet, also beside another, are fine: %s', (en) => {
    expect(saying(en).filter((one) => one.endsWith('mixed-scripts'))).toEqual([])
  })

  it('end where a slot begins, whatever letters they are of', () => {
    const minutes: Slot = { type: 'number', min: 1, max: 9, example: 5 }
    expect(saying('Shop: {{minutes}}мин', { minutes }).filter((one) => one.endsWith('mixed-scripts'))).toEqual([])
  })

  it('of an enum are looked at as well', () => {
    expect(saying('Shop: {{level}}', { level: level('Gоld') })).toEqual(['slots.level.values.gold.en mixed-scripts'])
  })
})

describe('marketing', () => {
  const marketing = { kind: 'marketing' } as const
  const links = ['https://shop.example/out']
  it.each([
    ['en', 'Shop: sale! Reply STOP to opt out.'],
    ['en', 'Shop: sale! Unsubscribe: https://shop.example/out'],
    ['de', 'Shop: Angebote! Mit STOP abmelden.'],
    ['de', 'Shop: Angebote! Abbestellen: https://shop.example/out'],
    ['fr', 'Shop: soldes! STOP au 36111.'],
    ['pl', 'Shop: okazje! Wyślij STOP.'],
    ['ja', 'Shop: セール STOP'],
    ['zh', 'Shop: 优惠，回复TD退订'],
    ['zh-Hant', 'Shop: 優惠 拒收请回复R'],
    ['el', 'Shop: εκπτώσεις! Διαγραφή: https://shop.example/out'],
  ])('says in %s how it ends: %s', (locale, text) => {
    expect(found({ ...marketing, links, slots: {}, texts: { [locale]: text }, defaultLocale: locale })).toEqual([])
  })

  it.each([
    ['en', 'Shop: sale! Do not stop shopping.'],
    ['en', 'Shop: sale in the STOPOVER.'],
    ['en', 'Shop: sale! Abmelden.'],
    ['de', 'Shop: sale! Unsubscribe here.'],
    ['zh', 'Shop: 优惠'],
    ['zh', 'Shop: 优惠，可退订'],
    ['en', 'Shop: NON-STOP sale!'],
    ['en', 'Shop: NON STOP sale!'],
    ['en', 'Shop: STOP-over sale!'],
    ['en', 'Shop: unsubscribe from high prices!'],
    ['es', 'Shop: precios a la baja'],
    ['es', 'Shop: precios a la baja. https://shop.example/out'],
    ['en', 'Shop: unsubscribe! Sale: https://shop.example/out'],
  ])('must say so in %s and in its language: %s', (locale, text) => {
    const template = { ...marketing, links, slots: {}, texts: { [locale]: text }, defaultLocale: locale }
    expect(found(template)).toEqual([`texts.${locale} marketing-without-opt-out`])
  })

  it('says so in each of its languages', () => {
    const texts = { en: 'Shop: sale. STOP to end.', de: 'Shop: Angebote.' }
    expect(found({ ...marketing, slots: {}, texts })).toEqual(['texts.de marketing-without-opt-out'])
  })

  it('does not ask for replies to a name that takes none, unless a link leads out as well', () => {
    const named = { ...marketing, senderId: 'Shop', links }
    expect(saying('Shop: sale! Reply STOP to opt out.', {}, named)).toEqual(['texts.en sender-takes-no-replies'])
    expect(saying('Shop: sale! Unsubscribe: https://shop.example/out', {}, named)).toEqual([])
    expect(saying('Shop: sale! Unsubscribe: https://shop.example/out.', {}, named)).toEqual([])
    expect(saying('Shop: sale! Unsubscribe at {{track}}', { track }, named)).toEqual([])
    expect(saying('Shop: https://shop.example/out Reply STOP to opt out.', {}, named)).toEqual([
      'texts.en sender-takes-no-replies',
    ])
  })

  it('alone must say so', () => {
    expect(saying('Shop: your order has left.', {}, { senderId: 'Shop' })).toEqual([])
  })
})

describe('one character that makes a text dear', () => {
  it.each([
    ['an emoji', 'Shop: a gift 🎁'],
    ['an emoji of several code points', 'Shop: we ❤️ you'],
    ['a family', 'Shop: 👨‍👩‍👧 welcome'],
    ['a bullet, twice', 'Shop: • one • two'],
    ['a tick beside quotes that normalising would mend', 'Shop: ‘good’ ✓'],
  ])('is found: %s', (_, en) => {
    expect(saying(en)).toEqual(['texts.en forces-ucs2'])
  })

  it('is not found where normalising mends it, or where there is none', () => {
    expect(saying('Shop: don’t – really…')).toEqual([])
    expect(saying('Shop: Grüße, à demain')).toEqual([])
  })

  it('leaves a language in peace that needs several', () => {
    expect(saying('Shop: Twoje zamówienie zostało wysłane.')).toEqual([])
    expect(saying('Shop: 您的订单已发货')).toEqual([])
  })

  it('leaves a letter in peace that takes no more parts, and names one that does', () => {
    expect(saying('Shop: reçu.')).toEqual([])
    expect(saying(`Shop: reçu. ${'a'.repeat(60)}`)).toEqual(['texts.en forces-ucs2'])
  })

  it('is told with its code point', () => {
    const [finding] = checkTemplate({ ...good, slots: {}, texts: { en: 'Shop: a gift 🎁' } })
    expect(finding).toMatchObject({ sentence: expect.stringContaining('🎁 (U+1F381)'), remedy: 'write it without 🎁' })
  })
})

describe('the longest text', () => {
  const filling = (length: number): Slot => ({ type: 'text', maxLength: length, characters: 'identifier', example: 'x' })
  const fits = (kind: Kind, length: number) =>
    found({
      kind,
      slots: { a: filling(length), ...(kind === 'verification' && { code }) },
      texts: { en: `Shop STOP {{a}}${kind === 'verification' ? ' {{code}}' : ''}` },
    })

  it.each(kinds)('may take as many parts as its kind, and not one septet more: %s', (kind) => {
    const mostParts = mostPartsOf(kind)
    const room = (mostParts === 1 ? 160 : mostParts * 153) - 'Shop STOP '.length - (kind === 'verification' ? 7 : 0)
    expect(fits(kind, room)).toEqual([])
    expect(fits(kind, room + 1)).toEqual(['texts.en too-many-parts'])
  })

  it('is judged in every language', () => {
    const texts = { en: 'Shop: {{a}}', de: `Shop: {{a}} ${'字文'.repeat(10)}` }
    expect(found({ slots: { a: filling(200) }, texts })).toEqual(['texts.de too-many-parts'])
  })

  it('counts a slot of any characters as the dearest', () => {
    const [finding] = checkTemplate({
      ...good,
      slots: { a: { type: 'text', maxLength: 196, example: 'x' } },
      texts: { en: 'Shop: {{a}}' },
    })
    expect(finding).toMatchObject({
      code: 'too-many-parts',
      sentence: 'takes 4 parts at its longest (202 units of UCS-2), and order may take at most 3 parts',
      remedy: expect.stringContaining('characters: gsm'),
    })
  })

  it('is not asked for while a slot is not declared', () => {
    expect(saying(`Shop: {{a}} {{b}}`, { a: filling(500) })).toEqual(['texts.en unknown-slot'])
  })
})

describe('a template of which a part cannot be read', () => {
  const partly = (changes: object) =>
    checkReadable(readablePart({ ...good, ...changes })).map(({ field, code: what }) => `${field} ${what}`)

  it.each([undefined, null, 'x', [], 7])('has no findings where nothing can be read: %j', (input) => {
    expect(checkReadable(readablePart(input))).toEqual([])
  })

  it('is judged as a whole where all of it can be read', () => {
    expect(partly({})).toEqual([])
    expect(partly({ texts: { en: 'Hello {{orderNo}} {{eta}}' } })).toEqual(['texts.en unknown-slot', 'texts.en brand-missing'])
  })

  it.each([
    ['its kind', { kind: 'advert', texts: { en: 'Hello {{orderNo}}' } }, ['texts.en brand-missing']],
    ['its brand', { brand: '', texts: { en: 'Hello.' } }, ['texts.en unused-slot']],
    [
      'a slot',
      { slots: { orderNo: { type: 'text' } }, texts: { en: 'Hello {{eta}}' } },
      ['texts.en unknown-slot', 'texts.en unused-slot', 'texts.en brand-missing'],
    ],
    ['its links', { links: 'x', texts: { en: 'Shop: {{orderNo}} shop.example' } }, []],
    ['one of its texts', { texts: { en: 7, de: '{{orderNo}}' } }, ['texts.de brand-missing']],
    ['its slots', { slots: 7, texts: { en: 'Hello {{eta}}' } }, ['texts.en brand-missing']],
    ['its default locale', { defaultLocale: 1, texts: { en: `Hello {{orderNo}}` } }, ['texts.en brand-missing']],
  ])('is judged by the rest where %s cannot be read', (_, changes, findings) => {
    expect(partly(changes)).toEqual(findings)
  })

  it.each([
    ['its brand', 'Hi {{ name }}: {{orderNo}}', ['brand-missing']],
    ['a shortener', 'Shop: {{ x }} bit.ly/3abc {{orderNo}}', ['unlisted-link', 'link-shortener']],
    ['a word of two alphabets', 'Shop: {{ x }} рroduct {{orderNo}}', ['mixed-scripts']],
    ['one dear character', 'Shop: {{ x }} 🎁 {{orderNo}}', ['forces-ucs2']],
    ['a slot that runs on', 'Shop: {{ x }} no{{orderNo}}', ['text-joined']],
    ['a slot that nobody declared', 'Shop: {{ x }} {{orderNo}} {{eta}}', ['unknown-slot']],
    ['a slot that it leaves out', 'Shop: {{ x }}', ['unused-slot']],
    ['what follows braces that are never closed', 'Shop: {{orderNo is at bit.ly/3abc', ['unlisted-link', 'link-shortener']],
  ])('is judged by the words around a placeholder that cannot be read: %s', (_, en, codes) => {
    expect(partly({ texts: { en } })).toEqual(codes.map((what) => `texts.en ${what}`))
  })

  it.each([
    ['the slot that it leaves out', 'Shop: {{ orderNo }}'],
    ['the same, never closed', 'Shop: {{orderNo is your order'],
    ['its neighbour', 'Shop: {{orderNo}}{{ x }}'],
    ['a part of an address', 'Shop: {{orderNo}} shop.{{ x }}'],
    ['its brand', '{{ Shop }}: {{orderNo}}'],
    ['words of any length', `Shop: {{orderNo}} {{ x }} ${'a'.repeat(600)}`],
    ['what makes it too long for one letter', `Shop: {{orderNo}} reçu {{ x }} ${'a'.repeat(50)}`],
  ])('is not blamed for what a placeholder may yet be: %s', (_, en) => {
    expect(partly({ texts: { en } })).toEqual([])
  })

  it('may yet lead out of marketing by a placeholder that cannot be read', () => {
    const marketing = { kind: 'marketing', senderId: 'Shop', slots: {} }
    expect(partly({ ...marketing, texts: { en: 'Shop: sale! Unsubscribe: {{ track }}' } })).toEqual([])
    expect(partly({ ...marketing, texts: { en: 'Shop: {{ sale }}!' } })).toEqual([
      'texts.en marketing-without-opt-out',
      'texts.en sender-takes-no-replies',
    ])
  })

  it('is judged without the white space that a block of YAML leaves behind a text, and never for its length', () => {
    const room = 3 * 153 - 'Shop: '.length - 20
    expect(partly({ texts: { en: `Shop: {{orderNo}}${'.'.repeat(room)}\n` } })).toEqual([])
    expect(partly({ texts: { en: 'Hello {{orderNo}}\n' } })).toEqual(['texts.en brand-missing'])
  })

  it('is a fault where it is said to be whole', () => {
    expect(() => checkTemplate({ ...good, texts: { en: 'Shop: {{ orderNo }}' } })).toThrow('cannot be read')
  })

  it('is judged, and never a fault, whatever its author has mistaken', () => {
    const level = { type: 'enum', values: { gold: { en: 'Gold' } }, example: 'gold' }
    const amount = { type: 'money', currencies: ['EUR'], maxMinorUnits: 100, example: { minorUnits: 1, currency: 'EUR' } }
    const percent = { type: 'number', min: 1, max: 9, example: 5 }
    const slots = { orderNo: word, code, track, level, amount, percent, at: { type: 'date-time', zone: 'UTC', example: 'x' } }
    const text = 'Shop: {{orderNo}} {{code}} {{track}} {{level}} {{amount}} {{percent}} {{at}} ☺'
    const written = JSON.stringify({ ...good, links: ['https://shop.example/a'], slots, texts: { en: text, de: text } })
    const places = [...written.matchAll(/"[^"]*"|\d+|\[|\{/g)].map(({ index, 0: { length } }) => ({ index, length }))
    const junk = fc.constantFrom(
      'null',
      '"fr"',
      '"{{"',
      '-1',
      '1e300',
      '{}',
      '[]',
      '"EUR"',
      '"enum"',
      '""',
      '"number"',
      '{"de":"x"}',
    )
    const mistakes = fc.array(fc.tuple(fc.constantFrom(...places), junk), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(mistakes, (all) => {
        let source = written
        for (const [{ index, length }, instead] of all.toSorted(([a], [b]) => b.index - a.index))
          source = source.slice(0, index) + instead + source.slice(index + length)
        const input = parseJson(source)
        return Array.isArray(checkReadable(readablePart(input)))
      }),
      { numRuns: 2_000 },
    )
    const wordless = { ...slots, level: { ...level, values: { gold: { de: 'Gold' } } } }
    expect(checkReadable(readablePart({ ...good, slots: wordless, texts: { en: text } }))).toMatchObject([
      { code: 'forces-ucs2' },
    ])
  })

  it('is not judged by more slots and texts than it may have', () => {
    const names = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name}${at}`)
    const slots = Object.fromEntries(names(300, 's').map((name) => [name, word]))
    const texts = Object.fromEntries(names(500, 'en-x-a').map((locale) => [locale, 'Shop: hello.']))
    expect(checkReadable(readablePart({ ...good, slots, texts, brand: 'Store' }))).toHaveLength(50)
  })

  it('knows what a slot takes though its example is wrong', () => {
    expect(partly({ slots: { orderNo: { ...word, maxLength: 500, example: '' } } })).toEqual(['texts.en too-many-parts'])
  })
})

it('says of every finding what is wrong and what would be right, as the field it is said of', () => {
  const bad = {
    ...good,
    kind: 'marketing',
    senderId: 'Shop',
    slots: { code, a: { type: 'text', maxLength: 500, example: 'x' } },
    texts: { en: 'Sh\u043ep {{b}} bit.ly/a a{{a}}', de: `${'a'.repeat(160)} 🎁 {{code}} {{a}}` },
  } as const
  const verification = { ...good, kind: 'verification', texts: { en: 'Shop: shop.example {{orderNo}}' } } as const
  const findings = [bad, verification].flatMap((one) => checkTemplate(one))
  expect(new Set(findings.map(({ code: what }) => what))).toEqual(new Set(findingCodes))
  for (const { field, sentence, remedy } of findings) {
    expect(field).toMatch(/^(texts|slots)\b/)
    expect(sentence).toMatch(/^[a-z]/)
    expect(remedy).toMatch(/^[a-z]/)
  }
})
