import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heliograph, order, requestsTo, unmistakable } from './heliograph.ts'

const aRequest = requestsTo(212)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const happyPath = ['Validate', 'What next?', 'Send and await receipt', 'Delivered']
const fellBack = ['Validate', 'What next?', 'Send and await receipt', 'Fall back', 'What next?']

describe.concurrent('one event on the bus', () => {
  it('becomes one text, a receipt, a record and two status events, over four states', async () => {
    const request = aRequest()
    await world.put(request)
    const delivered = await world.event(request.notificationId, 'Notification Delivered')

    expect(delivered).toMatchObject({
      kind: 'verification',
      template: 'sign-in-code@1',
      carrier: 'twilio',
      attempt: 1,
      evidence: 'handset',
    })
    expect(delivered.eventId).toBe(`${request.notificationId}/Notification Delivered/1`)
    expect(await world.execution(request.notificationId)).toMatchObject({ status: 'SUCCEEDED', states: happyPath })
    expect(world.eventsOf(request.notificationId).map(({ detailType }) => detailType)).toEqual([
      'Notification Sent',
      'Notification Delivered',
    ])
    const texts = await world.network.textsOn(request.to)
    expect(texts.map(({ text }) => text)).toEqual([expect.stringContaining(unmistakable.code)])
    expect(await world.notification(request.notificationId)).toMatchObject({
      outcome: 'delivered',
      plan: { parts: 1, country: 'US' },
    })
  })

  it('leaves no text and no code behind once a code has its outcome', async () => {
    const request = aRequest()
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    expect(await world.person(request.notificationId)).toEqual({ to: request.to })
  })

  it('ends as undeliverable, with the reason, when the receipt says that the recipient opted out', async () => {
    const request = aRequest(order)
    const receipts = [{ status: 'undelivered' as const, providerResponse: 'Phone number is opted out', carrierFields: false }]
    await world.network.scriptCarrierPhone('sns', request.to, { receipts })
    await world.put(request)
    const ended = await world.event(request.notificationId, 'Notification Undeliverable')

    expect(ended).toMatchObject({ reason: 'opted-out', failureClass: 'recipient', carrier: 'sns' })
    const execution = await world.execution(request.notificationId)
    expect(execution).toMatchObject({ status: 'FAILED', error: 'undeliverable', states: [...fellBack, 'Undeliverable'] })
  })

  it('ends as undeliverable, and was never sent, when the carrier refuses the number', async () => {
    const request = aRequest(order)
    const message = 'Invalid parameter: PhoneNumber Reason: it is not valid to publish to'
    await world.network.scriptCarrierPhone('sns', request.to, { call: { fate: 'refuse', code: 'InvalidParameter', message } })
    await world.put(request)

    expect(await world.event(request.notificationId, 'Notification Undeliverable')).toMatchObject({ reason: 'invalid-number' })
    expect(world.eventsOf(request.notificationId).map(({ detailType }) => detailType)).toEqual(['Notification Undeliverable'])
    expect(await world.network.textsOn(request.to)).toEqual([])
  })

  it('is delivered also when the receipt comes before the carrier has answered', async () => {
    const request = aRequest()
    await world.network.scriptPhone(request.to, {
      call: { fate: 'accept', afterMs: 800 },
      receipts: [{ status: 'delivered', beforeReply: true }],
    })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    expect(await world.execution(request.notificationId)).toMatchObject({ states: happyPath })
  })

  it('rises from undeliverable to delivered by a receipt that contradicts the first, and tells each once', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, {
      receipts: [
        { status: 'undelivered', providerResponse: 'Phone has blocked SMS', afterMs: 200, times: 5 },
        { status: 'delivered', afterMs: 4_000, times: 5 },
      ],
    })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    expect(world.eventsOf(request.notificationId).map(({ detailType }) => detailType)).toEqual([
      'Notification Sent',
      'Notification Undeliverable',
      'Notification Delivered',
    ])
    expect(await world.notification(request.notificationId)).toMatchObject({
      outcome: 'delivered',
      attempts: [{ status: 'delivered' }],
    })
  })
})
