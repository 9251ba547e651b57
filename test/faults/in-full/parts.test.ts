import { afterAll, beforeAll, expect } from 'vitest'
import { membership, requestsTo, unmistakable } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
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
