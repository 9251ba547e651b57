import { afterAll, beforeAll, describe, expect } from 'vitest'
import { order, requestsTo } from '../e2e/heliograph.ts'
import { throttled } from './answers.ts'
import { it } from './it.ts'
import { sentenceOfAll } from './sentence-of.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(303)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

/** The write by which a notification's attempt is armed. */
const armingOf = (id: string) => ({ service: 'dynamodb', operation: 'TransactWriteItems', holding: [id, '"armed"'] })

describe.concurrent('arming', () => {
  it.for([
    ['a lost reply to the arming write sends one text', true],
    ['a lost arming write is made again, and sends one text', false],
  ] as const)('F9: %s', async ([, forwarded], { tell }) => {
    const request = aRequest()
    const fault = await world.strike({ ...armingOf(request.notificationId), does: { kind: 'reset', forwarded }, times: 1 })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered', attempts: [{ number: 1 }] }, calls: [{}] }])
    tell(sentenceOfAll(judged))
  })

  it('F9: send dies after the arming write, and nobody is texted until the kind allows another attempt', async ({ tell }) => {
    const request = aRequest(order)
    const fault = await world.strike({ ...armingOf(request.notificationId), does: { kind: 'kill', forwarded: true }, times: 1 })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{ carrier: 'twilio' }] }])
    tell(sentenceOfAll(judged))
  })

  it('F10: while DynamoDB throttles the arming write for ten seconds nobody is texted, then it is sent once', async ({
    tell,
  }) => {
    const request = aRequest(order)
    const fault = await world.strike({ ...armingOf(request.notificationId), does: throttled, forMs: 10_000 })
    await world.put(request)
    await world.until(async () => expect((await fault.strikes()).length).toBeGreaterThan(1))
    expect((await world.judge(request)).calls).toEqual([])
    const judged = await world.ended(request)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered', attempts: [{}] }, calls: [{}] }])
    tell(sentenceOfAll(judged))
  })

  it('F10: DynamoDB throttles every fourth call about a notification', async ({ tell }) => {
    const requests = Array.from({ length: 5 }, () => aRequest())
    for (const { notificationId } of requests)
      await world.strike({ service: 'dynamodb', holding: [notificationId], does: throttled, oneIn: 4 })
    const judged = await world.send(...requests)
    expect(judged.map(({ notification }) => notification.outcome)).toEqual(requests.map(() => 'delivered'))
    tell(sentenceOfAll(judged))
  })
})
