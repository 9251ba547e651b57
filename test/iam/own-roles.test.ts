import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heliograph, order, requestsTo, unmistakable } from '../e2e/heliograph.ts'
import { commandLine } from '../e2e/run-command-line.ts'

const aRequest = requestsTo(206)

/** Without the right to settle its task the workflow would wait, and pass Fall back. */
const happyPath = ['Validate', 'What next?', 'Send and await receipt', 'Delivered']

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

describe.concurrent('with no right but those of its own role, every function does its work', () => {
  it('and a text is delivered by SNS, whose delivery log tells', async () => {
    const request = aRequest(order)
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'sns', attempt: 1 })
    expect(await world.execution(request.notificationId)).toMatchObject({ states: happyPath })
  })

  it('and a text is delivered by Twilio, which calls back', async () => {
    const request = aRequest()
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 1 })
    expect(await world.execution(request.notificationId)).toMatchObject({ states: happyPath })
  })

  it('and a text that the first carrier refuses is delivered by the second', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { call: { fate: 'refuse', code: 'AuthorizationError' } })
    await world.put(request)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio', attempt: 2 })
  })

  it('and a wrong parameter is rejected with a record, a malformed event without', async () => {
    const [wrong, malformed] = [aRequest({ params: { code: unmistakable.word } }), aRequest({ locale: 7 })]
    await world.put(wrong, malformed)
    expect(await world.event(wrong.notificationId, 'Notification Rejected')).toMatchObject({ reason: 'invalid-parameters' })
    expect(await world.event(malformed.notificationId, 'Notification Rejected')).toMatchObject({ reason: 'malformed' })
  })

  it('and what is cancelled before its request ends as it is opened', async () => {
    const request = aRequest()
    expect(await commandLine('cancel', request.notificationId)).toMatchObject({ err: '', code: 0 })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Cancelled')
    expect(await world.execution(request.notificationId)).toMatchObject({ states: ['Validate', 'What next?', 'Cancelled'] })
  })

  it('and what its recipient confirms is delivered', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [] })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    expect(await commandLine('confirm', request.notificationId)).toMatchObject({ err: '', code: 0 })
    expect(await world.execution(request.notificationId)).toMatchObject({ states: happyPath })
  })

  it('and an execution that somebody stopped is closed', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [], arrives: false })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    await world.abort(request.notificationId)
    expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'fault' })
  })
})
