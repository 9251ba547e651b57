import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Template } from '../../functions/template/template.ts'
import { membership, order, remember, requestsTo, unmistakable } from '../e2e/heliograph.ts'
import { it } from './it.ts'
import { aDraft, type ReviewUnderFaults, reviewUnderFaults } from './review-under-faults.ts'
import { sentenceOfAll } from './sentence-of.ts'

const aRequest = requestsTo(720)

let world: ReviewUnderFaults
beforeAll(async () => {
  world = await reviewUnderFaults()
})
afterAll(() => world.stop())

const { word, otherWord } = unmistakable

/** Lists within lists, as deep as asked. */
const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], word)

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, word]))

/** A field that JSON can hold, and that an assignment would not make. */
const proto = (value: unknown) => JSON.parse(`{"__proto__":${JSON.stringify(value)}}`)

const poisons = [
  ['a value of 150 KB', { orderNo: word.repeat(15_000) }, 'invalid-parameters'],
  ['3,000 parameters that nobody asked for', many(3_000), 'invalid-parameters'],
  ['another slot in a value', { orderNo: `${word}{{eta}}` }, 'invalid-parameters'],
  ['only braces', { orderNo: '{{{{{{{{' }, 'invalid-parameters'],
  ['the names of inherited fields', { toString: word, hasOwnProperty: word }, 'invalid-parameters'],
  ['a parameter called __proto__', proto({ orderNo: word, eta: '2071-07-19' }), 'malformed'],
  ['a parameter called constructor', { constructor: { prototype: word } }, 'malformed'],
  ['a character that turns the direction of writing', { orderNo: `${word}\u202e17` }, 'invalid-parameters'],
  ['half a surrogate pair', { orderNo: `${word}\ud83e` }, 'malformed'],
  ['a number for a text', { orderNo: 739_105 }, 'invalid-parameters'],
  ['a list for a text', { orderNo: [word] }, 'invalid-parameters'],
  ['an object for a date', { eta: { toString: word } }, 'invalid-parameters'],
  ['nothing for a text', { orderNo: null }, 'invalid-parameters'],
  ['lists within lists', { orderNo: nested(100) }, 'malformed'],
  ['a number that no table can hold', { orderNo: 1e300 }, 'malformed'],
] as const

/** Waits for a rejection, and finds that it is all that is told. @returns its reason */
const reasonOf = async (notificationId: string) => {
  await world.until(() => expect(world.eventsOf(notificationId)).not.toHaveLength(0))
  const events = world.eventsOf(notificationId)
  expect(events).toMatchObject([{ detailType: 'Notification Rejected' }])
  return events[0]?.detail.reason
}

describe.concurrent('a poisonous value', () => {
  it('F12: fifteen poisonous values come at once, each is rejected, and what came with them is delivered', async ({ tell }) => {
    remember(word)
    const sent = poisons.map(([what, params, reason]) => {
      const request = aRequest(order)
      return { what, reason, request: { ...request, params: { ...order.params, ...params } } }
    })
    const requests = sent.map(({ request }) => request)
    const [before, between, after] = [aRequest(), aRequest(order), aRequest(order)]
    await world.put(before, ...requests.slice(0, 8), between)
    await world.put(...requests.slice(8), after)
    const judged = await world.ended(before, between, after)
    expect(judged).toMatchObject(Array(3).fill({ notification: { outcome: 'delivered' }, calls: [{}] }))
    const seen = await Promise.all(sent.map(async ({ what, request }) => [what, await reasonOf(request.notificationId)]))
    expect(seen).toEqual(sent.map(({ what, reason }) => [what, reason]))
    expect((await world.network.calls()).filter(({ to }) => requests.some((request) => request.to === to))).toEqual([])
    tell(`${seen.length} rejected, no request for any of them; with them: ${sentenceOfAll(judged)}`)
  })

  it('F12: a slot in a value that may hold braces is sent as it is', async ({ tell }) => {
    const name = `${otherWord}{{level}}`
    const judged = await world.send(aRequest({ ...membership, params: { ...membership.params, name } }))
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{ text: expect.stringContaining(name) }] }])
    tell(sentenceOfAll(judged))
  })
})

const text = (words: string) => ({ texts: { en: words } })

const poisonousTemplates: readonly (readonly [what: string, template: object])[] = [
  [
    'a slot called __proto__',
    { slots: proto({ type: 'text', maxLength: 20, example: 'HX-1' }), ...text('Shop: {{__proto__}}.') },
  ],
  ['braces that nothing closes', text('Shop: order {{orderNo comes on {{eta}}.')],
  ['half a surrogate pair', text('Shop: order {{orderNo}} \ud83e comes on {{eta}}.')],
  ['a text of 150 KB', text(`Shop: order {{orderNo}} comes on {{eta}}. ${word.repeat(15_000)}`)],
  ['an example within a hundred lists', { slots: { orderNo: { type: 'text', maxLength: 20, example: nested(100) } } }],
]

describe.concurrent('a poisonous template', () => {
  it.for(poisonousTemplates)('F12: a template with %s is refused, and never stored', async ([, poison], { tell }) => {
    const template = { ...aDraft(), ...poison } as unknown as Template
    const answer = await world.as('author', { action: 'submit', template })
    expect(answer).toMatchObject({ ok: false, code: 'invalid-call' })
    expect(await world.reviews(template.name)).toEqual([])
    tell('refused: invalid-call')
  })

  it('F12: a template whose slots could make it 100,000 characters long is rejected by its checks', async ({ tell }) => {
    const slots = { a: { type: 'text', maxLength: 500, example: 'HX-1' } } as const
    const template = aDraft({ slots, ...text(`Shop:${' {{a}}'.repeat(200)}`) })
    await world.submit(template)
    const [review] = await world.until(async () => {
      const found = await world.reviews(template.name)
      expect(found).toMatchObject([{ state: 'rejected' }])
      return found
    })
    expect(review).toMatchObject({ decision: { reason: 'checks' }, findings: [{ code: 'too-many-parts' }] })
    tell('rejected: checks')
  })
})
