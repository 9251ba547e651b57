import { afterAll, beforeAll, describe, expect } from 'vitest'
import { order, requestsTo } from '../e2e/heliograph.ts'
import { denied } from './answers.ts'
import { deliveryLog } from './delivery-log.ts'
import { it } from './it.ts'
import { lost } from './requests.ts'
import { sentenceOfAll } from './sentence-of.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(206)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

const delivered = (afterMs: number) => ({ status: 'delivered' as const, afterMs })
const optedOut = { status: 'undelivered' as const, providerResponse: 'Phone number is opted out' }

/** The statements about a notification that the audit trail keeps. */
const factsAbout = async (id: string) =>
  (await world.scan()).filter(({ PK, SK }) => PK === `N#${id}` && String(SK).startsWith('RECEIPT#'))

/** Finds one fact and one status event for what was said a hundred times. */
const saysOnce = async (request: ReturnType<typeof aRequest>) => {
  const judged = await world.ended(request)
  const facts = await factsAbout(request.notificationId)
  expect(facts).toHaveLength(1)
  expect(world.eventsOf(request.notificationId)).toHaveLength(2)
  return `100 receipts: ${sentenceOfAll(judged)}, ${facts.length} fact kept`
}

describe.concurrent('receipts that repeat and contradict', () => {
  it('F30: Twilio says the same a hundred times, and one fact is kept', async ({ tell }) => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { receipts: [{ ...delivered(0), times: 100 }] })
    await world.send(request)
    await world.until(async () => {
      const [message] = (await world.network.messages()).filter(({ to }) => to === request.to)
      expect(message?.receipts).toHaveLength(100)
    })
    tell(await saysOnce(request))
  })

  it('F30: the log of SNS says the same a hundred times, and one fact is kept', async ({ tell }) => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, lost)
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    const messages = (await world.network.messages()).filter(({ to }) => to === request.to)
    for (let batch = 0; batch < 4; batch += 1)
      await deliveryLog(world.target).putAll(Array.from({ length: 25 }, () => messages).flat())
    await world.ended(request)
    tell(await saysOnce(request))
  })

  it.for([
    ['delivered, then undelivered', [delivered(0), { ...optedOut, afterMs: 3_000 }]],
    ['undelivered, then delivered', [optedOut, delivered(3_000)]],
  ] as const)('F30: sns says %s, and it is delivered', async ([, receipts], { tell }) => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [...receipts] })
    await world.put(request)
    await world.delivered(request)
    await world.until(async () => expect(await factsAbout(request.notificationId)).toHaveLength(2))
    const judged = await world.ended(request)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered', attempts: [{ status: 'delivered' }] }, calls: [{}] }])
    tell(`${sentenceOfAll(judged)}, 2 facts kept`)
  })

  it('F31: Twilio says sent, delivered and failed in each of six orders, and all are delivered', async ({ tell }) => {
    const orders = ['sdf', 'sfd', 'dsf', 'dfs', 'fsd', 'fds']
    const said = {
      s: { status: 'sent' },
      d: { status: 'delivered' },
      f: { status: 'undelivered', errorCode: '30004' },
    } as const
    const requests = orders.map(() => aRequest())
    for (const [index, letters] of orders.entries()) {
      const receipts = [...letters].map((letter, place) => ({ ...said[letter as keyof typeof said], afterMs: place * 2_000 }))
      await world.network.scriptCarrierPhone('twilio', requests[index]?.to ?? '', { receipts })
    }
    await world.put(...requests)
    const judged = await Promise.all(requests.map(world.delivered))
    await world.until(async () => {
      for (const { notificationId } of requests) expect(await factsAbout(notificationId)).toHaveLength(3)
    })
    for (const { notification } of judged) expect(notification).toMatchObject({ attempts: [{ status: 'delivered' }] })
    tell(sentenceOfAll(judged))
  })
})

describe.concurrent('a batch of receipts that fails half-way', () => {
  it.for([
    ['one of them is refused by the table', denied],
    ['the function dies in the middle', { kind: 'kill', forwarded: false }],
  ] as const)('F35: %s, and when the batch comes again each is delivered once', async ([, does], { tell }) => {
    const requests = Array.from({ length: 5 }, () => aRequest(order))
    for (const { to } of requests) await world.network.scriptCarrierPhone('sns', to, lost)
    await world.put(...requests)
    await Promise.all(requests.map(({ notificationId }) => world.event(notificationId, 'Notification Sent')))
    const third = requests[2]?.notificationId ?? ''
    const aim = { service: 'dynamodb', operation: 'PutItem', holding: [`N#${third}`] }
    const fault = await world.strike({ ...aim, does, times: 1 })
    const messages = (await world.network.messages()).filter(({ to }) => requests.some((request) => request.to === to))
    await deliveryLog(world.target).putAll(messages)
    const judged = await world.ended(...requests)
    expect(await fault.strikes()).toHaveLength(1)
    for (const { notificationId } of requests) expect(await factsAbout(notificationId)).toHaveLength(1)
    expect(judged.map(({ notification }) => notification.outcome)).toEqual(requests.map(() => 'delivered'))
    tell(`${sentenceOfAll(judged)}; one fact each`)
  })
})
