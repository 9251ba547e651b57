import { expect, it } from 'vitest'
import { textHash } from '../../../../functions/template/review/text-hash.ts'
import { aSubmission } from '../../../builders/a-submission.ts'

const template = aSubmission()

it('is the same in whatever order the content was written', () => {
  const { texts, slots, ...rest } = template
  const turned = <Value>(record: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(record).reverse())
  expect(textHash({ texts: turned(texts), slots: turned(slots), ...rest })).toBe(textHash(template))
  expect(textHash(template)).toMatch(/^[0-9a-f]{64}$/)
})

it.each([
  ['a text', { texts: { ...template.texts, de: 'Shop: {{orderNo}} {{eta}}' } }],
  ['a locale more', { texts: { ...template.texts, fr: template.texts.en ?? '' } }],
  ['a slot', { slots: { ...template.slots, eta: { type: 'text' as const, maxLength: 21, example: 'today' } } }],
  ['the sender', { senderId: 'Shop' }],
  ['the description', { description: 'Another.' }],
  ['the kind', { kind: 'logistics' as const }],
  ['the name', { name: 'order-sent' }],
])('is another one when %s changes', (_, change) => {
  expect(textHash(aSubmission(change))).not.toBe(textHash(template))
})
