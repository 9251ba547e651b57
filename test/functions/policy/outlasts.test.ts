import { expect, it } from 'vitest'
import { outlasts } from '../../../functions/policy/outlasts.ts'

const validUntil = '2026-11-25T12:00:00.000Z'

it.each([
  ['a second before it', '2026-11-25T11:59:59.000Z', false],
  ['with it', '2026-11-25T12:00:00.000Z', true],
  ['after it', '2026-11-26T08:00:00.000Z', true],
  ['before it, written in another way', '2026-11-25T12:59:59+01:00', false],
])('a hold that ends %s outlasts the validity or not', (_, until, answer) => {
  expect(outlasts({ until }, validUntil)).toBe(answer)
})

it('a hold without an end outlasts any validity', () => {
  expect(outlasts({}, '9999-12-31T00:00:00.000Z')).toBe(true)
})
