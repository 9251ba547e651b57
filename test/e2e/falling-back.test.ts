import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heliograph, order, payment, requestsTo } from './heliograph.ts'

const aRequest = requestsTo(206)

/** A carrier that says nothing more; whether the text arrives is another matter. */
const silent = { receipts: [] }
const lost = { receipts: [], arrives: false }

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

/** Who was asked to text this person, in order. */
const askedFor = async (to: string) =>
  (await world.network.calls()).filter((call) => call.to === to).map(({ carrier }) => carrier)

const firstFellBack = ['Validate', 'What next?', 'Send and await receipt', 'Fall back', 'What next?', 'Send and await receipt']

describe.concurrent('a notification that its first carrier fails', () => {
  it.each([
    ['refuses it', { call: { fate: 'refuse', code: 'AuthorizationError' } }],
    [
      'reports that the route is gone',
      { receipts: [{ status: 'undelivered', providerResponse: 'Phone carrier is currently unreachable/unavailable' }] },
    ],
    ['takes it for spam', { receipts: [{ status: 'undelivered', providerResponse: 'Blocked as spam by phone carrier' }] }],
    ['says what nobody knows', { receipts: [{ status: 'undelivered', providerResponse: 'The moon is full' }] }],
  ] as const)('arrives by the second when the first %s', async (_case, script) => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, structuredClone(script) as never)
    await world.put(request)

    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 2 })
    expect(await world.execution(request.notificationId)).toMatchObject({ states: [...firstFellBack, 'Delivered'] })
    expect(await askedFor(request.to)).toEqual(['sns', 'twilio'])
  })

  it('arrives by the second within the wait when the first loses a code and says nothing', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, lost)
    await world.put(request)

    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'sns', attempt: 2 })
    expect(await askedFor(request.to)).toEqual(['twilio', 'sns'])
    expect(await world.network.textsOn(request.to)).toHaveLength(1)
  })

  it('is not sent again on silence when it is about a payment, and rises to delivered by a late receipt', async () => {
    const request = aRequest(payment)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [{ status: 'delivered', afterMs: 16_000 }] })
    await world.put(request)

    expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'no-receipt' })
    await world.event(request.notificationId, 'Notification Delivered')
    expect(await askedFor(request.to)).toEqual(['sns'])
  })

  it('sends a code once more, by the other carrier, when the connection breaks after the first accepted', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'reset', afterAcceptance: true }, ...lost })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    expect(await askedFor(request.to)).toEqual(['twilio', 'sns'])
  })

  it('never sends a payment again when the connection breaks after the first accepted', async () => {
    const request = aRequest(payment)
    await world.network.scriptCarrierPhone('sns', request.to, { call: { fate: 'reset', afterAcceptance: true }, ...silent })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Unknown')
    expect(await askedFor(request.to)).toEqual(['sns'])
  })

  it('resolves an unknown answer by a receipt that names the attempt', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'server-error', afterAcceptance: true } })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 1 })
  })

  it('ends the wait for the second carrier when the first reports a delivery after all', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { receipts: [{ status: 'delivered', afterMs: 17_000 }] })
    await world.network.scriptCarrierPhone('sns', request.to, lost)
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 1 })
    expect(await world.execution(request.notificationId)).toMatchObject({
      status: 'SUCCEEDED',
      states: [...firstFellBack, 'Delivered'],
    })
  })

  it('is tried again by the same carrier after what its Retry-After says', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'throttle', retryAfterSeconds: 2 } })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'sns', attempt: 4 })
    expect(await askedFor(request.to)).toEqual(['twilio', 'twilio', 'twilio', 'sns'])
    expect((await world.execution(request.notificationId)).states).toContain('Hold until due')
  })

  it('falls back at once when the carrier wants to be left alone for longer than a minute', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'throttle', retryAfterSeconds: 300 } })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Delivered')
    expect(await askedFor(request.to)).toEqual(['twilio', 'sns'])
  })

  it('is undeliverable when both refuse, and was never on the phone', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { call: { fate: 'refuse', code: 'AuthorizationError' } })
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'refuse', code: '21408' } })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Undeliverable')).toMatchObject({
      reason: 'country-not-enabled',
    })
    expect(await world.network.textsOn(request.to)).toEqual([])
  })

  it('stops at once when the recipient opted out, since no other carrier may text either', async () => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { call: { fate: 'refuse', code: '21610' } })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Undeliverable')).toMatchObject({ reason: 'opted-out' })
    expect(await askedFor(request.to)).toEqual(['twilio'])
  })

  it('leaves an outcome when its execution is stopped by hand', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, lost)
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    await world.abort(request.notificationId)
    expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'fault' })
    expect(await askedFor(request.to)).toEqual(['sns'])
  })
})
