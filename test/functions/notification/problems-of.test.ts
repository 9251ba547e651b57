import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { sentenceOf } from '../../../functions/notification/problem.ts'
import { problemsOf } from '../../../functions/notification/problems-of.ts'

const Request = z.strictObject({
  id: z.string().min(1).max(4),
  kind: z.enum(['order', 'payment']),
  part: z.literal('whole'),
  at: z.iso.datetime(),
  seconds: z.int().min(1).max(90),
  share: z.number().gt(0).lt(1),
  name: z.string().regex(/^[a-z]+$/, 'must be lower-case letters'),
  plain: z.string().regex(/^[a-z]+$/),
  to: z.array(z.string()).max(1),
  params: z.record(z.string().regex(/^[a-z]+$/, 'must be called by letters'), z.string()),
  slot: z.discriminatedUnion('type', [z.object({ type: z.literal('text') }), z.object({ type: z.literal('code') })]),
  either: z.union([z.string(), z.int()]),
  step: z.int().multipleOf(5),
  tags: z.set(z.string()).max(1),
})

const good = {
  id: 'a',
  kind: 'order',
  part: 'whole',
  at: '2026-11-22T09:00:00Z',
  seconds: 1,
  share: 0.5,
  name: 'a',
  plain: 'a',
  to: [],
  params: {},
  slot: { type: 'text' },
  either: 1,
  step: 5,
  tags: new Set(),
}

const sentenceFor = (changes: object) => {
  const { error } = Request.safeParse({ ...good, ...changes })
  return error === undefined ? 'nothing' : sentenceOf(problemsOf(error))
}

it.each([
  [{}, 'nothing'],
  [{ id: undefined }, 'id is missing.'],
  [{ id: 4711 }, 'id must be a string.'],
  [{ id: '' }, 'id must have at least 1 characters.'],
  [{ id: '+1415' }, 'id must have at most 4 characters.'],
  [{ kind: 'secret' }, 'kind must be one of order, payment.'],
  [{ part: 'secret' }, 'part must be whole.'],
  [{ at: 'secret' }, 'at is not a valid datetime.'],
  [{ seconds: 1.5 }, 'seconds must be a whole number.'],
  [{ seconds: 91 }, 'seconds must be at most 90.'],
  [{ share: 0 }, 'share must be more than 0.'],
  [{ share: 1 }, 'share must be less than 1.'],
  [{ name: 'SECRET' }, 'name must be lower-case letters.'],
  [{ plain: 'SECRET' }, 'plain is not valid.'],
  [{ to: 'secret' }, 'to must be a list.'],
  [{ to: ['a', 'b'] }, 'to must have at most 1 items.'],
  [{ params: 'secret' }, 'params must be an object.'],
  [{ params: { code: 1, eta: 2 } }, 'params.code must be a string; params.eta must be a string.'],
  [{ params: { A: 'secret' } }, 'params.A must be called by letters.'],
  [{ params: { '+14155550123': 'secret' } }, 'params.(a name that is no identifier) must be called by letters.'],
  [{ slot: { type: 'secret' } }, 'slot.type must be one of text, code.'],
  [{ either: [] }, 'either is not valid.'],
  [{ step: 4711 }, 'step is not valid.'],
  [{ tags: new Set(['a', 'b']) }, 'tags must have at most 1 items.'],
  [{ extra: 'secret' }, 'extra is not known.'],
  [{ '+14155550123': 'secret' }, '(a name that is no identifier) is not known.'],
])('tells what is wrong with %j', (changes, sentence) => {
  expect(sentenceFor(changes)).toBe(sentence)
})

it('names every wrong field at once', () => {
  const { error } = Request.safeParse({})
  expect(error && problemsOf(error).map(({ field }) => field)).toEqual(Object.keys(good))
})

it('never quotes a value, or a name with a number in it', () => {
  const secret = fc.constantFrom('+14155550123', 'SECRET 042817', '042817042817')
  fc.assert(
    fc.property(secret, fc.subarray(Object.keys(good), { minLength: 1 }), (value, fields) => {
      const sentence = sentenceFor({ [value]: value, ...Object.fromEntries(fields.map((field) => [field, { [value]: value }])) })
      expect(sentence).not.toMatch(/14155550123|SECRET|042817/)
    }),
  )
})
