import { afterAll, beforeAll, expect } from 'vitest'
import { order, payment, requestsTo } from '../../e2e/heliograph.ts'
import { throttled } from '../answers.ts'
import { it } from '../it.ts'
import type { Does } from '../proxy/fault.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const [firstHundred, secondHundred] = [requestsTo(469), requestsTo(212)]

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

const requestLost: Does = { kind: 'reset', forwarded: false }
const replyLost: Does = { kind: 'reset', forwarded: true }
const serverError: Does = { kind: 'answer', forwarded: false, status: 500, headers: {}, body: '' }

/** Three of thirty calls of each service fail, each in its own way. */
const spoilt: Readonly<Record<string, readonly Does[]>> = {
  dynamodb: [throttled, requestLost, replyLost],
  states: [throttled, requestLost, replyLost],
  events: [throttled, requestLost, replyLost],
  secretsmanager: [throttled, requestLost, replyLost],
  sns: [serverError, requestLost, replyLost],
  twilio: [serverError, requestLost, replyLost],
}

const kinds = [{}, order, payment, {}]
const hundred = (aRequest: typeof firstHundred) =>
  Array.from({ length: 100 }, (_, index) => aRequest(kinds[index % kinds.length]))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

it('F10, F29, F44: a tenth of all calls fail, 200 notifications come in one burst, each ends, and the sums agree', async ({
  tell,
}) => {
  const requests = [...hundred(firstHundred), ...hundred(secondHundred)]
  const faults = []
  for (const [service, ways] of Object.entries(spoilt))
    for (const does of ways) faults.push(await world.strike({ service, does, oneIn: 30 }))
  const judged = await world.send(...requests)
  const strikes = await Promise.all(faults.map((fault) => fault.strikes()))
  for (const { lift } of faults) await lift()
  expect(sum(strikes.map(({ length }) => length))).toBeGreaterThan(100)

  const taken = sum(judged.flatMap(({ calls }) => calls.flatMap(({ messageId, parts = 0 }) => (messageId ? [parts] : []))))
  const attempts = judged.flatMap(({ notification }) =>
    notification.attempts.map((attempt) => ({ attempt, parts: notification.plan?.parts ?? 0 })),
  )
  const known = sum(attempts.map(({ attempt, parts }) => (attempt.answer?.type === 'accepted' ? parts : 0)))
  const open = sum(
    attempts.map(({ attempt, parts }) => (attempt.answer?.type === 'accepted' || attempt.answer?.type === 'notSent' ? 0 : parts)),
  )
  expect(known).toBeLessThanOrEqual(taken)
  expect(taken).toBeLessThanOrEqual(known + open)
  const payments = judged.filter(({ notification }) => notification.kind === 'payment')
  expect(payments.filter(({ calls }) => calls.filter(({ messageId }) => messageId).length > 1)).toEqual([])
  tell('200 of 200 ended; parts known ≤ parts taken ≤ parts known or open; no payment accepted twice')
})
