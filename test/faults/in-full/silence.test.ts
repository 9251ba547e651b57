import { afterAll, beforeAll, describe, expect } from 'vitest'
import { order, requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { lost } from '../requests.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(415)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

describe.concurrent('a carrier that says nothing', () => {
  it('F24: SNS accepts 30 orders and loses every third, and each of those arrives by a second text', async ({ tell }) => {
    const requests = Array.from({ length: 30 }, () => aRequest(order))
    const unlucky = requests.filter((_, index) => index % 3 === 0)
    for (const { to } of unlucky) await world.network.scriptCarrierPhone('sns', to, lost)
    await world.send(...requests)
    const judged = await Promise.all(requests.map(world.delivered))
    const second = judged.filter((_, index) => index % 3 === 0)
    for (const { notification } of second)
      expect(notification).toMatchObject({ attempts: [{ carrier: 'sns' }, { carrier: 'twilio', status: 'delivered' }] })
    for (const { to } of unlucky) expect(await world.network.textsOn(to)).toHaveLength(1)
    tell(`30 of 30 delivered; the lost ones: ${sentenceOfAll(second)}, one text on the phone`)
  })

  it('F25: Twilio accepts ten codes and is silent, and SNS delivers each within its validity', async ({ tell }) => {
    const requests = Array.from({ length: 10 }, () => aRequest())
    for (const { to } of requests) await world.network.scriptCarrierPhone('twilio', to, lost)
    await world.send(...requests)
    const judged = await Promise.all(requests.map(world.delivered))
    for (const { notification, calls } of judged) {
      expect(calls[1]?.acceptedAt).toBeDefined()
      expect(calls[1]?.acceptedAt ?? '').toSatisfy((at: string) => at < (notification.plan?.validUntil ?? ''))
    }
    expect(judged.map(({ calls }) => calls.map(({ carrier }) => carrier))).toEqual(requests.map(() => ['twilio', 'sns']))
    tell('10 of 10 delivered by sns, each within its validity, by 2 requests (twilio, sns)')
  })

  it('F37: the receipt comes about when the wait ends, and no text is sent a third time', async ({ tell }) => {
    const requests = Array.from({ length: 10 }, () => aRequest(order))
    for (const [index, { to }] of requests.entries())
      await world.network.scriptCarrierPhone('sns', to, { receipts: [{ status: 'delivered', afterMs: 11_000 + index * 200 }] })
    await world.send(...requests)
    const judged = await Promise.all(requests.map(world.delivered))
    expect(judged.filter(({ calls }) => calls.length > 2)).toEqual([])
    tell('10 of 10 delivered, by 1 or 2 requests each')
  })

  it('F38: the wait ends when the text is nearly of no use, and no attempt is started', async ({ tell }) => {
    const request = aRequest({ expiresAt: new Date(Date.now() + 40_000).toISOString() })
    await world.network.scriptPhone(request.to, lost)
    const late = aRequest({ expiresAt: new Date(Date.now() + 5_000).toISOString() })
    const judged = await world.send(request, late)
    for (const { notification, calls } of judged) {
      const validUntil = notification.plan?.validUntil ?? notification.expiresAt ?? ''
      expect(calls.filter(({ receivedAt }) => receivedAt >= validUntil)).toEqual([])
    }
    expect(judged[1]).toMatchObject({ notification: { outcome: 'expired' }, calls: [] })
    tell(`nobody asked after the validity; too late from the start: ${sentenceOfAll(judged.slice(1))}`)
  })
})
