import { afterAll, beforeAll, expect } from 'vitest'
import { payment, requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { silent } from '../requests.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'
import type { Judged } from '../violations.ts'

const [payments, codes] = [requestsTo(907), requestsTo(646)]

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

const deaths = 50
const atOnce = 10

/** Sends one whose function dies when the carrier has accepted, and before the function knows. */
const sendAndKill = async (service: 'sns' | 'twilio', request: ReturnType<typeof payments>) => {
  const does = { kind: 'kill', forwarded: true } as const
  const fault = await world.strike({ service, holding: [request.to.slice(1)], does, times: 1 })
  const judged = await world.send(request)
  return (await fault.strikes()).length === 1 ? judged : [] // a function that timed out first could not be killed any more
}

const untilSoManyDied = async (service: 'sns' | 'twilio', aRequest: () => ReturnType<typeof payments>) => {
  const judged: Judged[] = []
  while (judged.length < deaths) {
    const wave = Array.from({ length: Math.min(atOnce, deaths - judged.length) }, aRequest)
    for (const { to } of wave) if (service === 'sns') await world.network.scriptCarrierPhone('sns', to, silent)
    judged.push(...(await Promise.all(wave.map((request) => sendAndKill(service, request)))).flat())
  }
  return judged
}

it('F16: send dies after the carrier accepted, 50 times, and a payment is never sent twice', async ({ tell }) => {
  const judged = await untilSoManyDied('sns', () => payments(payment))
  expect(judged).toHaveLength(deaths)
  for (const { notification, calls } of judged) {
    expect(calls).toHaveLength(1)
    expect(notification).toMatchObject({ outcome: 'unknown', reason: 'no-answer' })
  }
  tell(sentenceOfAll(judged))
})

it('F16: send dies after Twilio accepted, 50 times, and the receipt resolves each code', async ({ tell }) => {
  const judged = await untilSoManyDied('twilio', () => codes())
  expect(judged).toHaveLength(deaths)
  for (const { notification } of judged) expect(notification.outcome).toBe('delivered')
  tell(sentenceOfAll(judged))
})
