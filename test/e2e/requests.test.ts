import { randomUUID } from 'node:crypto'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StatusDetail } from '../../functions/publish/status-event.ts'
import { heliograph, remember, requestsTo, unmistakable } from './heliograph.ts'
import { requestQueues } from './request-queues.ts'

const aRequest = requestsTo(312)

let world: Awaited<ReturnType<typeof heliograph>>
let queues: ReturnType<typeof requestQueues>
beforeAll(async () => {
  world = await heliograph()
  queues = requestQueues(world.target)
})
afterAll(() => world.stop())

const patience = { timeout: 30_000, interval: 200 }

/** Puts an event straight on the request queue, as another service's rule does by its input transformer. */
const putOnQueue = (event: object) => queues.putRaw(JSON.stringify(event))

const anEvent = (overrides: object) => ({
  id: randomUUID(),
  time: new Date().toISOString(),
  'detail-type': 'Notification Requested',
  ...overrides,
})

const rejection = (fits: (detail: StatusDetail) => boolean) =>
  vi.waitFor(() => {
    const found = world.allEvents().find(({ detailType, detail }) => detailType === 'Notification Rejected' && fits(detail))
    if (!found) throw new Error('no such rejection yet')
    return found.detail
  }, patience)

describe.concurrent('the request queue', () => {
  it('sends one text for the same event ten times over', async () => {
    const request = aRequest()
    await world.put(...Array.from({ length: 10 }, () => request))
    await world.event(request.notificationId, 'Notification Delivered')
    await world.put(request)
    const marker = aRequest() // when this later one is through, the repeat before it is too
    await world.put(marker)
    await world.event(marker.notificationId, 'Notification Delivered')

    expect((await world.network.calls()).filter(({ to }) => to === request.to)).toHaveLength(1)
    expect(world.eventsOf(request.notificationId)).toHaveLength(2)
  })

  it('rejects another content under the same id, and leaves the first untouched', async () => {
    const request = aRequest()
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    remember(unmistakable.otherCode)
    await world.put({ ...request, params: { code: unmistakable.otherCode } })
    expect(await rejection(({ notificationId }) => notificationId === request.notificationId)).toMatchObject({
      reason: 'idempotency-conflict',
    })
    expect((await world.network.textsOn(request.to)).map(({ text }) => text)).toEqual([
      expect.stringContaining(unmistakable.code),
    ])
  })

  it('names every wrong field of a malformed event, and keeps the event where an alarm watches', async () => {
    const { template, ...request } = aRequest({ locale: 7, params: unmistakable.word })
    await world.put(request)
    const { explanation } = await rejection(({ notificationId }) => notificationId === request.notificationId)
    expect(explanation).toBe('template is missing; locale must be a string; params must be an object.')

    await vi.waitFor(
      async () => expect(await queues.deadLetters()).toContainEqual(expect.stringContaining(request.notificationId)),
      patience,
    )
  })

  it('takes an event that another rule shaped for the queue', async () => {
    const detail = aRequest()
    await putOnQueue({ time: new Date().toISOString(), 'detail-type': 'Notification Requested', detail })
    await world.event(detail.notificationId, 'Notification Delivered')
  })

  it('rejects an event of the day before yesterday as stale, and texts nobody', async () => {
    const detail = aRequest()
    await putOnQueue(anEvent({ time: new Date(Date.now() - 48 * 3_600_000).toISOString(), detail }))
    expect(await rejection(({ notificationId }) => notificationId === detail.notificationId)).toMatchObject({ reason: 'stale' })
    expect(await world.network.textsOn(detail.to)).toEqual([])
  })

  it('rejects a request of a foreign source, and opens nothing', async () => {
    const notificationId = `test-${randomUUID()}` // and nobody's number: whoever watches our source sees this event too
    const entry = { Source: 'heliograph', DetailType: 'Notification Requested', Detail: JSON.stringify({ notificationId }) }
    const put = new PutEventsCommand({ Entries: [{ EventBusName: world.target.outputs.BusName, ...entry }] })
    const { Entries = [] } = await new EventBridgeClient(world.target.client).send(put)
    expect(await rejection(({ requestEventId }) => requestEventId === Entries[0]?.EventId)).toMatchObject({
      reason: 'foreign-source',
    })
    expect(JSON.stringify(await world.scan())).not.toContain(notificationId)
  })

  it('rejects a request of an account that is not let in, and texts nobody', async () => {
    const detail = aRequest()
    const event = anEvent({ source: 'test.shop', account: '999999999999', detail })
    await putOnQueue(event)
    expect(await rejection(({ requestEventId }) => requestEventId === event.id)).toMatchObject({ reason: 'foreign-source' })
    expect(await world.network.textsOn(detail.to)).toEqual([])
  })

  it('expires a request whose time is over, without a text', async () => {
    const request = aRequest({ expiresAt: new Date(Date.now() - 1000).toISOString() })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Expired')
    expect(await world.execution(request.notificationId)).toMatchObject({ status: 'FAILED', error: 'expired' })
    expect(await world.network.textsOn(request.to)).toEqual([])
  })

  it('rejects a wrong parameter with a sentence, and an unknown template', async () => {
    const [wrong, unknown] = [
      aRequest({ params: { code: unmistakable.word, eta: unmistakable.otherWord } }),
      aRequest({ template: 'no-such-template' }),
    ]
    await world.put(wrong, unknown)
    const { reason, explanation } = await world.event(wrong.notificationId, 'Notification Rejected')
    expect(reason).toBe('invalid-parameters')
    expect(explanation).toContain('params.code')
    expect(explanation).toContain('params.eta is not declared by the template')
    expect(await world.event(unknown.notificationId, 'Notification Rejected')).toMatchObject({ reason: 'unknown-template' })
  })
})
