import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CarrierScriptInput } from '../../local/carrier-network/client.ts'
import { heliograph, order, requestsTo } from './heliograph.ts'

const aRequest = requestsTo(702)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(async () => {
  await bringUp()
  world.stop()
})

const bringUp = async () => {
  for (const carrier of ['sns', 'twilio']) await world.network.resetCarrier(carrier)
}

const askedFor = async (to: string) =>
  (await world.network.calls()).filter((call) => call.to === to).map(({ carrier }) => carrier)

const sns = (providerResponse: string): CarrierScriptInput => ({ receipts: [{ status: 'undelivered', providerResponse }] })
const twilio = (errorCode: string): CarrierScriptInput => ({ receipts: [{ status: 'undelivered', errorCode }] })
const refused = (code: string): CarrierScriptInput => ({ call: { fate: 'refuse', code } })

describe.concurrent('a failure on the first carrier', () => {
  it.each<[string, CarrierScriptInput, string]>([
    ['recipient', sns('Phone has blocked SMS'), 'blocked-by-phone'],
    ['request', sns('Message body is invalid'), 'invalid-body'],
  ])('of class %s by SNS ends an order, and nobody else is asked', async (failureClass, script, reason) => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, script)
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Undeliverable')).toMatchObject({ failureClass, reason })
    expect(await askedFor(request.to)).toEqual(['sns'])
  })

  it('of class absent by SNS holds an order for ten minutes', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, sns('Phone is currently unreachable/unavailable'))
    await world.put(request)
    await vi.waitFor(
      async () =>
        expect(await world.notification(request.notificationId)).toMatchObject({
          next: { decision: 'hold', carrier: 'sns', attempt: 2 },
        }),
      { timeout: 30_000, interval: 300 },
    )
    await world.abort(request.notificationId)
  })

  it('of class throttled by receipt lets SNS try twice more before Twilio sends', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, sns('Rate exceeded.'))
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 4 })
    expect(await askedFor(request.to)).toEqual(['sns', 'sns', 'sns', 'twilio'])
  })

  it('by silence lets Twilio send an order after the wait', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [], arrives: false })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 2 })
  })

  it.each<[string, CarrierScriptInput, string]>([
    ['absent', twilio('30003'), 'unreachable'],
    ['request', refused('21617'), 'body-too-long'],
  ])('of class %s by Twilio ends a code, so that its app can offer another way', async (failureClass, script, reason) => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, script)
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Undeliverable')).toMatchObject({ failureClass, reason })
    expect(await askedFor(request.to)).toEqual(['twilio'])
  })

  it.each<[string, CarrierScriptInput]>([
    ['content', twilio('30007')],
    ['route', refused('21408')],
    ['account', refused('21606')],
    ['unclassified', twilio('39999')],
  ])('of class %s by Twilio lets SNS send a code', async (_failureClass, script) => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, script)
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'sns', attempt: 2 })
    expect(await askedFor(request.to)).toEqual(['twilio', 'sns'])
  })
})

it('ends an order as undeliverable while both carriers are down, and texts again once they are up', async () => {
  for (const carrier of ['sns', 'twilio']) await world.network.scriptCarrier(carrier, { down: true })
  const request = aRequest(order)
  await world.put(request)
  const ended = await world.event(request.notificationId, 'Notification Undeliverable')
  expect(ended).toMatchObject({ failureClass: 'route', reason: 'unreachable', attempt: 2 })
  expect(await askedFor(request.to)).toEqual([])

  await bringUp()
  const later = aRequest(order)
  await world.put(later)
  expect(await world.event(later.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'sns', attempt: 1 })
})
