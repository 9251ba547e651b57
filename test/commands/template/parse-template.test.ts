import { expect, it } from 'vitest'
import { describeMisplaced, parseTemplate } from '../../../commands/template/parse-template.ts'

const good = `name: sign-in-code
kind: verification
brand: Shop
description: The code that a customer types to sign in.
slots:
  code: { type: code, length: 6, example: '042817' }
defaultLocale: en
texts:
  en: 'Shop: {{code}} is your code.'
`

const problemsIn = (source: string) => {
  const parsed = parseTemplate(source, 'sign-in-code')
  return parsed.ok ? [] : parsed.problems.map(describeMisplaced)
}

it('reads a template', () => {
  expect(parseTemplate(good, 'sign-in-code')).toMatchObject({ ok: true, template: { name: 'sign-in-code', defaultLocale: 'en' } })
})

it.each([
  ['', '1:1: the input must be an object'],
  ['- a', '1:1: the input must be an object'],
  [good.replace('name: sign-in-code', 'name: sign-in'), '1:7: name must be sign-in-code, as the file is called'],
  [good.replace('defaultLocale: en\n', ''), '1:1: defaultLocale is missing: add defaultLocale: en, or another locale of texts'],
  [good.replace('brand: Shop\n', ''), '1:1: brand is missing: add brand: Example Shop, as people know the sender by'],
  [
    good.replace("'042817'", '042817'),
    '6:43: slots.code.example must be a string: write it in quotes, or YAML reads a number, a date or a yes from it',
  ],
  [good.replace(", example: '042817'", ''), '6:9: slots.code.example is missing: add a value as a requester would send it'],
  [
    good.replace('type: code, ', ''),
    '6:9: slots.code.type must be one of text, code, number, money, date, time, date-time, url, enum',
  ],
  [
    good.replace('type: code', 'type: word'),
    '6:17: slots.code.type must be one of text, code, number, money, date, time, date-time, url, enum',
  ],
  [good.replace('length: 6', 'size: 6'), '6:29: slots.code.size is not known: a slot of its type has type, length, example'],
  [
    good.replace('brand', 'sender: Shop\nbrand'),
    '3:9: sender is not known: a template has name, kind, brand, description, senderId, links, slots, texts, defaultLocale',
  ],
  [
    good.replace('defaultLocale: en', 'defaultLocale: de'),
    '7:16: defaultLocale has no text: write one under texts, or name a locale that has one',
  ],
  [
    good.replace('{{code}}', '{{eta}}'),
    '9:14: texts.en uses the slot eta, which is not declared (unknown-slot): declare eta under slots, or write {{{{ where braces are meant',
  ],
  [good.replace('Shop: {{', 'Your {{'), '9:7: texts.en does not hold the brand Shop (brand-missing): begin it with "Shop: "'],
  [good.replace('  code:', '  code123456:'), expect.stringMatching(/^6:15: slots\.code123456 must be called by letters/)],
  [good.replace('  code:', '  order no:'), expect.stringMatching(/^6:13: slots\.order no must be called by letters/)],
  [good.replace('kind', '"\\e[2J": x\nkind'), expect.stringMatching(/^2:10: <U\+001B>\[2J is not known: a template has /)],
  [good.replace('kind', 'kind: order\nkind'), '3:1: Map keys must be unique'],
  [good.replace('verification', '*kind'), '2:7: An alias is not allowed; write its value out'],
  [good.replace('verification', '!kind verification'), '2:7: Unresolved tag: !kind'],
  [good.replace('length: 6,', ''), '6:9: slots.code.length is missing: a slot of its type has type, length, example'],
])('finds, with its place, what is wrong with %j: %s', (source, problem) => {
  expect(problemsIn(source)).toEqual(expect.arrayContaining([problem]))
})

it('tells all that is wrong at once, from top to bottom, what the schema and what the checks find', () => {
  const source = good
    .replace('sign-in-code', 'sign-in')
    .replace('verification', 'order')
    .replace('length: 6', 'length: 7')
    .replace('Shop: {{code}}', 'Sh\u043ep: {{code}} {{eta}}')
  expect(problemsIn(`${source}  de: 'Shop: {{code'\n`).map((problem) => problem.replace(/(?<=\)|}}): [a-z].*$/, ''))).toEqual([
    '1:7: name must be sign-in-code, as the file is called',
    '6:9: slots.code is a code, and codes are sent by templates of kind verification only (code-outside-verification)',
    '6:43: slots.code.example must be exactly 7 digits',
    '9:7: texts.en does not hold the brand Shop (brand-missing)',
    '9:7: texts.en holds the word Shоp, of Latin and Cyrillic letters (mixed-scripts)',
    '9:23: texts.en uses the slot eta, which is not declared (unknown-slot)',
    '10:14: texts.de has a placeholder at character 7 that is never closed by }}',
  ])
})

it('tells what else is wrong with a text that has a bad placeholder', () => {
  const source = good.replace('Shop: {{code}}', 'Hello: {{ code }} {{eta}} at bit.ly/3abc 🎁')
  expect(problemsIn(source).map((problem) => problem.replace(/(?<=\)|name): .*$/, ''))).toEqual([
    '9:7: texts.en does not hold the brand Shop (brand-missing)',
    '9:7: texts.en holds a link, and people learn from it to follow links in texts about codes (verification-with-link)',
    '9:7: texts.en leads through a link shortener, which networks filter and which hides where it leads (link-shortener)',
    expect.stringMatching(/^9:7: texts\.en is sent as UCS-2.*🎁.*\(forces-ucs2\)$/),
    '9:15: texts.en has a placeholder at character 8 that holds no slot name',
    '9:26: texts.en uses the slot eta, which is not declared (unknown-slot)',
  ])
})

it.each([
  ['plain', 'From Shop {{code}} {{eta}}, {{ x }}', ['9:26', '9:35']],
  ['plain and folded', 'From Shop {{code}}\n    {{eta}},\n    {{ x }}', ['10:5', '11:5']],
  ['in single quotes', "'Shop: it''s {{code}} {{eta}}, {{ x }}'", ['9:29', '9:38']],
  ['in double quotes', '"Shop:\\n\\u00e9 {{code}} {{eta}}, \\\n    {{ x }}"', ['9:31', '10:5']],
  ['in a block', '|-\n    Shop: {{code}}\n    {{eta}}, {{{{ {{ x }}', ['11:5', '11:19']],
  ['in a block that is folded', '>- # as it is\n    Shop: {{code}}\n    {{eta}},\n    {{ x }}', ['11:5', '12:5']],
  ['with marks that combine', "'Shop: e\u0301 {{code}} {{eta}}, {{ x }}'", ['9:26', '9:35']],
  ['with braces as escapes, which tell no place', '"Shop: {{code}} {\\x7beta}}, {{ x }}"', ['9:7', '9:7']],
])('points to the very placeholder of a text that is written %s', (_, text, places) => {
  const source = good.replace("'Shop: {{code}} is your code.'", text)
  expect(problemsIn(source).map((problem) => problem.split(': ')[0])).toEqual(places)
})

it('points to the first placeholder of those that are the same, and to the one that runs on', () => {
  const source = good
    .replace('defaultLocale', "  note: { type: text, maxLength: 9, example: 'x' }\ndefaultLocale")
    .replace('{{code}}', '{{code}} {{note}} {{eta}} no{{note}} {{eta}}')
  expect(problemsIn(source).map((problem) => problem.split(',')[0])).toEqual([
    '10:32: texts.en uses the slot eta',
    '10:42: texts.en joins the slot note to what stands beside it',
  ])
})

it('keeps the template where it can be read and only its checks find something', () => {
  const unbranded = parseTemplate(good.replace('brand: Shop', 'brand: Store'), 'sign-in-code')
  expect(unbranded).toMatchObject({ ok: false, template: { brand: 'Store' } })
  expect(parseTemplate(good, 'other')).toMatchObject({ ok: false })
  expect(parseTemplate(good, 'other')).not.toHaveProperty('template')
})

it('refuses a second document in one file', () => {
  expect(problemsIn(`${good}---\n${good}`)).toHaveLength(1)
})
