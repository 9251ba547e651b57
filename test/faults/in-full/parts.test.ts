import { afterAll, beforeAll, expect } from 'vitest'
import { membership, requestsTo, unmistakable } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { putCurrent } from '../put-current.ts'
import { aDraft } from '../review-under-faults.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(503)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

it('F13: one character outside the alphabet makes one part two, in the plan as on the bill', async ({ tell }) => {
  const plain = aRequest(membership)
  const withEmoji = aRequest({ ...membership, params: { ...membership.params, name: `${unmistakable.word} 🦉` } })
  const judged = await world.send(plain, withEmoji)
  const parts = judged.map(({ notification: { plan }, calls }) => [plan?.parts, ...calls.map((call) => call.parts)])
  expect(parts).toEqual([
    [1, 1],
    [2, 2],
  ])
  tell(`${sentenceOfAll(judged)}; 1 part planned and billed, and 2 with the emoji`)
})

it('F13: a ’ is sent as the apostrophe of the alphabet where that alone keeps a text in it', async ({ tell }) => {
  const withQuote = aRequest({ ...membership, params: { ...membership.params, name: `${unmistakable.otherWord} O’Hara` } })
  const withBoth = aRequest({ ...membership, params: { ...membership.params, name: `${unmistakable.word} O’H 🦉` } })
  const judged = await world.send(withQuote, withBoth)
  expect(judged).toMatchObject([
    {
      notification: { plan: { parts: 1, encoding: 'GSM 03.38' } },
      calls: [{ parts: 1, text: expect.stringContaining("O'Hara") }],
    },
    { notification: { plan: { parts: 2, encoding: 'UCS-2' } }, calls: [{ parts: 2, text: expect.stringContaining('O’H 🦉') }] },
  ])
  tell(`${sentenceOfAll(judged)}; 1 part with the ’, and 2 with the emoji beside it`)
})

it('F13: an emoji turns one part into three, and what would be four is rejected before anybody is asked', async ({ tell }) => {
  const { name } = aDraft()
  const slots = { words: { type: 'text', maxLength: 400, example: 'HX-1' } } as const
  await putCurrent(world.table, aDraft({ name, slots, texts: { en: 'Shop: {{words}}' } }))
  const long = (times: number, end: string) =>
    aRequest({ template: name, params: { words: unmistakable.word.repeat(times) + end } })
  const judged = await world.send(long(15, ''), long(15, '🦉'), long(20, '🦉'))
  expect(judged).toMatchObject([
    { notification: { outcome: 'delivered', plan: { parts: 1 } }, calls: [{ parts: 1 }] },
    { notification: { outcome: 'delivered', plan: { parts: 3 } }, calls: [{ parts: 3 }] },
    { notification: { outcome: 'rejected', reason: 'too-many-parts' }, calls: [] },
  ])
  tell(sentenceOfAll(judged))
})
