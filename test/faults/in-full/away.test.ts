import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { order, requestsTo } from '../../e2e/heliograph.ts'
import { away, denied, noEntryTaken, throttled } from '../answers.ts'
import { it } from '../it.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(916)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

/** Requests whose ids begin alike, so that one fault strikes all of them and nobody else. */
const alike = (count: number, overrides: (index: number) => object) => {
  const prefix = `test-${randomUUID().slice(0, 8)}`
  return {
    prefix,
    requests: Array.from({ length: count }, (_, index) =>
      aRequest({ notificationId: `${prefix}-${index}`, ...overrides(index) }),
    ),
  }
}

describe.concurrent('a service that is away', () => {
  it('F11: DynamoDB is away for 40 s, then orders are sent and codes that are too old expire unsent', async ({ tell }) => {
    const expiresAt = new Date(Date.now() + 30_000).toISOString()
    const { prefix, requests } = alike(12, (index) => (index % 2 === 0 ? order : { expiresAt }))
    const fault = await world.strike({ service: 'dynamodb', operation: 'GetItem', holding: [prefix], does: away, forMs: 40_000 })
    const judged = await world.send(...requests)
    expect(await fault.strikes()).not.toHaveLength(0)
    expect(judged.map(({ notification, calls }) => [notification.outcome, calls.length])).toEqual(
      requests.map((_, index) => (index % 2 === 0 ? ['delivered', 1] : ['expired', 0])),
    )
    tell(sentenceOfAll(judged))
  })

  it('F10: DynamoDB throttles the arming write for a minute, and each is sent once', async ({ tell }) => {
    const { prefix, requests } = alike(5, () => order)
    const arming = { service: 'dynamodb', operation: 'TransactWriteItems', holding: [prefix, '"armed"'] }
    const fault = await world.strike({ ...arming, does: throttled, forMs: 60_000 })
    const judged = await world.send(...requests)
    expect((await fault.strikes()).length).toBeGreaterThan(5)
    expect(judged.map(({ calls }) => calls.length)).toEqual(requests.map(() => 1))
    expect(judged.map(({ notification }) => notification.outcome)).toEqual(requests.map(() => 'delivered'))
    tell(`${judged.length} of ${requests.length} delivered, each by 1 request, none before its arming write was taken`)
  })

  it('F6: StartExecution is throttled until the message comes again to the queue, and each is sent once', async ({ tell }) => {
    const { prefix, requests } = alike(5, () => order)
    const aim = { service: 'states', operation: 'StartExecution', holding: [prefix] }
    const fault = await world.strike({ ...aim, does: throttled, forMs: 30_000 })
    const judged = await world.send(...requests)
    expect(await fault.strikes()).not.toHaveLength(0)
    expect(judged.map(({ calls }) => calls.length)).toEqual(requests.map(() => 1))
    tell(sentenceOfAll(judged))
  })

  it('F44: the bus takes no status event for some seconds, texts are sent meanwhile, and each event comes', async ({ tell }) => {
    const { prefix, requests } = alike(5, () => ({}))
    const fault = await world.strike({ service: 'events', holding: [prefix], does: noEntryTaken, forMs: 5_000 })
    const judged = await world.send(...requests)
    expect(await fault.strikes()).not.toHaveLength(0)
    for (const { notificationId } of requests) expect(world.eventsOf(notificationId)).toHaveLength(2)
    tell(`${sentenceOfAll(judged)}; each status event once`)
  })
})

describe('a configuration that cannot be read', () => {
  it('F14: the secret of the Twilio account is out of reach, and a code goes by SNS', async ({ tell }) => {
    await world.functions.whileGiven('StepsSend', {}, async () => {
      const fault = await world.strike({ service: 'secretsmanager', holding: ['Twilio'], does: denied })
      const judged = await world.send(aRequest())
      await fault.lift()
      expect(await fault.strikes()).not.toHaveLength(0)
      expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{ carrier: 'sns' }] }])
      tell(sentenceOfAll(judged))
    })
  })

  it('F14: the templates are out of reach for a while, and nothing is lost', async ({ tell }) => {
    const fault = await world.strike({ service: 'dynamodb', holding: ['"T#sign-in-code"'], does: throttled, forMs: 5_000 })
    const judged = await world.send(aRequest())
    expect(await fault.strikes()).not.toHaveLength(0)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{}] }])
    tell(sentenceOfAll(judged))
  })
})
