import { expect, it } from 'vitest'
import { prepareText } from '../../../functions/template/prepare-text.ts'
import type { Slot } from '../../../functions/template/slot.ts'

const types: Readonly<Record<string, Slot['type']>> = { name: 'text', code: 'code', level: 'enum', day: 'date', track: 'url' }
const typeOf = (slot: string) => types[slot] ?? 'text'
const help = 'https://shop.example/help'

it.each(['Shop: {{name}}, {{code}}, {{level}}.', 'Shop: {{{{name}}. evil.com', ''])('searches the very pieces of %j', (text) => {
  const { sent, searched } = prepareText(text, [], typeOf)
  expect(searched).toBe(sent)
})

it('searches a text without its listed links, and with stand-ins for what Intl writes and for addresses', () => {
  const { sent, searched } = prepareText(`{{name}}: {{day}}, {{track}}. See ${help}!`, [help], typeOf)
  const pieces = [{ slot: 'name' }, { literal: ': ' }, { slot: 'day' }, { literal: ', ' }, { slot: 'track' }]
  expect(sent).toMatchObject([...pieces, { literal: `. See ${help}!` }])
  const stoodFor = [{ slot: 'name' }, { literal: ': ' }, { literal: '0' }, { literal: ', ' }, { literal: ' ' }]
  expect(searched).toMatchObject([...stoodFor, { literal: '. See  !' }])
})

it.each([
  ['Shop: {{code}} {{{{', 11],
  ['{{code}}{{name}}', 0],
  ['Shop’s: {{code}}', undefined],
  ['订单 {{code}}', undefined],
])('counts the septets of what stands in %j as it is', (text, septets) => {
  expect(prepareText(text, [], typeOf).septets).toBe(septets)
})
