import { expect, it } from 'vitest'
import { parseTemplate } from '../../commands/parse-template.ts'

const good = `name: sign-in-code
kind: verification
slots:
  code: { type: code, length: 6, example: '042817' }
defaultLocale: en
texts:
  en: 'Shop: {{code}} is your code.'
`

const problemsIn = (source: string) => {
  const parsed = parseTemplate(source, 'sign-in-code')
  return parsed.ok ? [] : parsed.problems
}

it('reads a template', () => {
  expect(parseTemplate(good, 'sign-in-code')).toMatchObject({ ok: true, template: { name: 'sign-in-code', defaultLocale: 'en' } })
})

it.each([
  ['', '1:1: the input must be an object'],
  ['- a', '1:1: the input must be an object'],
  [good.replace('name: sign-in-code', 'name: sign-in'), '1:7: name must be sign-in-code, as the file is called'],
  [good.replace('defaultLocale: en\n', ''), '1:1: defaultLocale is missing'],
  [good.replace("'042817'", '042817'), '4:43: slots.code.example must be a string'],
  [good.replace('{{code}}', '{{eta}}'), '7:7: texts.en uses the slot eta, which is not declared'],
  [good.replace('kind', 'kind: order\nkind'), '3:1: Map keys must be unique'],
  [good.replace('verification', '*kind'), '2:7: An alias is not allowed; write its value out'],
  [good.replace('verification', '!kind verification'), '2:7: Unresolved tag: !kind'],
  [good.replace('length: 6,', ''), '4:9: slots.code.length is missing'],
])('finds, with its place, what is wrong with %j: %s', (source, problem) => {
  expect(problemsIn(source)).toContain(problem)
})

it('tells all that is wrong at once, from top to bottom', () => {
  const source = good
    .replace('sign-in-code', 'sign-in')
    .replace('verification', 'advert')
    .replace('is your', 'is {{your')
    .replace('length: 6', 'length: 7')
  expect(problemsIn(source)).toEqual([
    '1:7: name must be sign-in-code, as the file is called',
    '2:7: kind must be one of verification, order, payment, logistics, membership, marketing',
    '4:43: slots.code.example must be exactly 7 digits',
    '7:7: texts.en has a placeholder at character 19 that is never closed by }}',
  ])
})

it('refuses a second document in one file', () => {
  expect(problemsIn(`${good}---\n${good}`)).toHaveLength(1)
})
