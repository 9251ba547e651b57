import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { payment, requestsTo, unmistakable } from '../e2e/heliograph.ts'
import { requestQueues } from '../e2e/request-queues.ts'
import { noEntryTaken, throttled } from './answers.ts'
import { it } from './it.ts'
import { sentenceOfAll } from './sentence-of.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(512)

let world: UnderFaults
let queues: ReturnType<typeof requestQueues>
beforeAll(async () => {
  world = await underFaults()
  queues = requestQueues(world.target)
})
afterAll(() => world.stop())

/** When a later request is through, a repeat that came before it is too. */
const afterAnother = async () => void (await world.send(aRequest()))

const rejectionOf = (fits: (detail: { notificationId?: string; requestEventId?: string }) => boolean) =>
  world.until(() => {
    const found = world.allEvents().find(({ detailType, detail }) => detailType === 'Notification Rejected' && fits(detail))
    if (found === undefined) throw new Error('no such rejection yet')
    return found.detail
  })

describe.concurrent('an event that comes again', () => {
  it('F1: the same event 0, 1 and 5 s later sends one text', async ({ tell }) => {
    const request = aRequest()
    await world.put(request, request)
    for (const seconds of [1, 4]) {
      await wait(seconds * 1000) // the distance is the case, not a hope
      await world.put(request)
    }
    await afterAnother()
    const judged = await world.ended(request)
    expect(judged[0]?.calls).toHaveLength(1)
    tell(`4 events: ${sentenceOfAll(judged)}`)
  })

  it('F1: 50 identical events at once send one text', async ({ tell }) => {
    const request = aRequest(payment)
    const ten = Array.from({ length: 10 }, () => request)
    await Promise.all(Array.from({ length: 5 }, () => world.put(...ten)))
    await world.ended(request)
    await afterAnother()
    const judged = await world.ended(request)
    expect(judged[0]?.calls).toHaveLength(1)
    expect(world.eventsOf(request.notificationId)).toHaveLength(2)
    tell(`50 events: ${sentenceOfAll(judged)}`)
  })

  it('F2: the same id with another content is rejected, and the first stays as it is', async ({ tell }) => {
    const request = aRequest()
    await world.send(request)
    await afterAnother() // what came to the record after its outcome has come
    const before = await world.judge(request)
    await world.put({ ...request, params: { code: unmistakable.otherCode } })
    const { reason } = await rejectionOf(({ notificationId }) => notificationId === request.notificationId)
    expect(reason).toBe('idempotency-conflict')
    expect(await world.judge(request)).toEqual(before)
    expect(before.calls).toHaveLength(1)
    tell(`the second: ${reason}; the first: ${sentenceOfAll([before])}`)
  })
})

describe.concurrent('an event that nobody can use', () => {
  it.for([
    ['no number', { to: undefined }],
    ['a field of a later version', { version: 99 }],
    ['parameters that are a list', { params: [unmistakable.code] }],
    ['an id with a space', { notificationId: 'test to be refused' }],
  ] as const)(
    'F4: an event with %s is rejected, kept in the dead-letter queue, and texts nobody',
    async ([, wrong], { tell }) => {
      const request = aRequest()
      const { eventId } = await queues.put({ ...request, ...wrong })
      const { reason } = await rejectionOf(({ requestEventId }) => requestEventId === eventId)
      await world.until(async () => expect(await queues.deadLetters()).toContainEqual(expect.stringContaining(eventId)))
      expect((await world.network.calls()).filter(({ to }) => to === request.to)).toEqual([])
      tell(`rejected: ${reason}; in the dead-letter queue; no request`)
    },
  )

  it('F4: what is no JSON, and what is larger than 256 KB, is rejected and kept', async ({ tell }) => {
    const bodies = ['{"to": ', `{"padding":"${'x'.repeat(262_144)}"}`]
    for (const body of bodies) {
      const messageId = await queues.putRaw(body)
      expect(await rejectionOf(({ requestEventId }) => requestEventId === messageId)).toMatchObject({ reason: 'malformed' })
      await world.until(async () => expect(await queues.deadLetters()).toContain(body))
    }
    tell('rejected: malformed; in the dead-letter queue')
  })

  it('F4: 200 KB of parameters are rejected, and text nobody', async ({ tell }) => {
    const request = aRequest({ params: { code: unmistakable.word.repeat(20_000) } })
    const judged = await world.send(request)
    expect(judged).toMatchObject([{ notification: { outcome: 'rejected' }, calls: [] }])
    tell(sentenceOfAll(judged))
  })
})

describe.concurrent('what takes an event and tells of it', () => {
  it('F5: PutEvents takes no entry twice, and every status event comes all the same', async ({ tell }) => {
    const request = aRequest()
    const fault = await world.strike({ service: 'events', holding: [request.notificationId], does: noEntryTaken, times: 2 })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(2)
    expect(world.eventsOf(request.notificationId).map(({ detailType }) => detailType)).toEqual([
      'Notification Sent',
      'Notification Delivered',
    ])
    tell(`${sentenceOfAll(judged)}; each status event once`)
  })

  it.for([
    ['is throttled twice', { does: throttled, times: 2 }],
    ['is lost', { does: { kind: 'reset', forwarded: false }, times: 1 }],
    ['succeeds and its answer is lost', { does: { kind: 'reset', forwarded: true }, times: 1 }],
    ['succeeds and the function dies before it knows', { does: { kind: 'kill', forwarded: true }, times: 1 }],
  ] as const)('F6: StartExecution %s, and one text is sent', async ([, spoilt], { tell }) => {
    const request = aRequest()
    const aim = { service: 'states', operation: 'StartExecution', holding: [request.notificationId] }
    const fault = await world.strike({ ...aim, ...spoilt })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(spoilt.times)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{}] }])
    tell(sentenceOfAll(judged))
  })
})
