import { expect, it } from 'vitest'
import { diffTemplates } from '../../../commands/template/diff-templates.ts'
import { showDifferences } from '../../../commands/template/show-differences.ts'
import type { Template } from '../../../functions/template/template.ts'

const before: Template = {
  name: 'hello',
  kind: 'order',
  brand: 'Shop',
  description: 'For tests.',
  links: ['https://shop.example/help'],
  slots: { name: { type: 'text', maxLength: 20, example: 'Ada' } },
  texts: { en: 'Shop: hello {{name}}.', de: 'Shop: hallo {{name}}.' },
  defaultLocale: 'en',
}

it('finds nothing between a template and itself, in whatever order it is written', () => {
  const { name, texts, ...rest } = before
  expect(diffTemplates(before, { texts: { ...texts }, ...rest, name })).toEqual([])
})

it('names every field that changed, came or went, and no other', () => {
  const after: Template = {
    ...before,
    slots: { name: { type: 'text', maxLength: 30, characters: 'gsm', example: 'Ada' } },
    links: ['https://shop.example/help', 'https://shop.example/sale'],
    texts: { en: 'Shop: hi {{name}}.', pl: 'Shop: {{name}}.' },
  }
  const found = diffTemplates(before, after)
  expect(found.map(({ field }) => field)).toEqual([
    'links',
    'slots.name.maxLength',
    'slots.name.characters',
    'texts.en',
    'texts.de',
    'texts.pl',
  ])
  expect(showDifferences(found.slice(3, 5))).toEqual([
    expect.stringContaining('texts.en'),
    expect.stringContaining('  - Shop: hello {{name}}.'),
    expect.stringContaining('  + Shop: hi {{name}}.'),
    expect.stringContaining('texts.de'),
    expect.stringContaining('  - Shop: hallo {{name}}.'),
  ])
})
