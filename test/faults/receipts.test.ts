import { afterAll, beforeAll, describe, expect } from 'vitest'
import { order, payment, requestsTo } from '../e2e/heliograph.ts'
import { throttled } from './answers.ts'
import { it } from './it.ts'
import { lost } from './requests.ts'
import { sentenceOf, sentenceOfAll } from './sentence-of.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(602)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

const delivered = (afterMs: number) => ({ status: 'delivered' as const, afterMs })

describe.concurrent('an acceptance that cannot be recorded', () => {
  const answerOf = (id: string) => ({ service: 'dynamodb', operation: 'UpdateItem', holding: [id, '"accepted"'] })

  it('F26: the receipt of Twilio names the attempt and heals it', async ({ tell }) => {
    const request = aRequest()
    const fault = await world.strike({ ...answerOf(request.notificationId), does: throttled, forMs: 15_000 })
    const judged = await world.send(request)
    expect(await fault.strikes()).not.toHaveLength(0)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{ carrier: 'twilio' }] }])
    tell(sentenceOfAll(judged))
  })

  it('F26: a receipt of SNS names no attempt, so a payment stays unknown and is never sent again', async ({ tell }) => {
    const request = aRequest(payment)
    const fault = await world.strike({ ...answerOf(request.notificationId), does: throttled, forMs: 15_000 })
    const judged = await world.send(request)
    expect(await fault.strikes()).not.toHaveLength(0)
    expect(judged).toMatchObject([{ notification: { outcome: 'unknown', reason: 'no-answer' }, calls: [{ carrier: 'sns' }] }])
    tell(sentenceOfAll(judged))
  })

  it('F26: send dies before the rendezvous, which Fall back keeps in its place', async ({ tell }) => {
    const request = aRequest(payment)
    const rendezvous = { service: 'dynamodb', operation: 'UpdateItem', holding: ['"M#sns#', request.notificationId] }
    const fault = await world.strike({ ...rendezvous, does: { kind: 'kill', forwarded: false }, times: 1 })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{ carrier: 'sns' }] }])
    tell(sentenceOfAll(judged))
  })
})

describe.concurrent('a receipt that comes at the wrong time', () => {
  it.for([
    ['sns', order],
    ['twilio', {}],
  ] as const)('F27: %s reports the delivery before it has answered the call', async ([carrier, kind], { tell }) => {
    await world.send(aRequest(kind)) // starts `receipt`: a cold start is longer than the call may take
    const request = aRequest(kind)
    const receipts = [{ status: 'delivered' as const, beforeReply: true }]
    await world.network.scriptCarrierPhone(carrier, request.to, { call: { fate: 'accept', afterMs: 500 }, receipts })
    const judged = await world.send(request)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered', attempts: [{ number: 1 }] }, calls: [{}] }])
    expect(await world.execution(request.notificationId)).toMatchObject({ status: 'SUCCEEDED' })
    tell(sentenceOfAll(judged))
  })

  it('F28: an execution was stopped by hand, and the receipt still raises its outcome', async ({ tell }) => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [delivered(9_000)] })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    await world.abort(request.notificationId)
    expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'fault' })
    const judged = await world.delivered(request)
    expect(judged).toMatchObject({ notification: { outcome: 'delivered' }, calls: [{}] })
    tell(`unknown: fault; then ${sentenceOf(judged)}`)
  })

  it('F28, F33: the task has timed out, and a late receipt raises a payment to delivered', async ({ tell }) => {
    const request = aRequest(payment)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [delivered(20_000)] })
    const [before] = await world.send(request)
    expect(before).toMatchObject({ notification: { outcome: 'unknown', reason: 'no-receipt' } })
    const judged = await world.delivered(request)
    expect(judged.calls).toHaveLength(1)
    tell(`unknown: no-receipt; then ${sentenceOf(judged)}`)
  })

  it('F29: the reply to SendTaskSuccess is lost, the call is repeated, and no harm is done', async ({ tell }) => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [delivered(6_000)] })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    const token = (await world.notification(request.notificationId)).waiting?.token ?? ''
    const aim = { service: 'states', operation: 'SendTaskSuccess', holding: [token] }
    const fault = await world.strike({ ...aim, does: { kind: 'reset', forwarded: true }, times: 1 })
    const judged = await world.ended(request)
    await world.until(async () => expect(await fault.strikes()).toHaveLength(1))
    expect(await world.execution(request.notificationId)).toMatchObject({ status: 'SUCCEEDED' })
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{}] }])
    tell(sentenceOfAll(judged))
  })

  it('F33: no receipt ever comes, so a payment is unknown at its deadline and not sent again', async ({ tell }) => {
    const request = aRequest(payment)
    await world.network.scriptCarrierPhone('sns', request.to, lost)
    const judged = await world.send(request)
    expect(judged).toMatchObject([{ notification: { outcome: 'unknown', reason: 'no-receipt' }, calls: [{}] }])
    tell(sentenceOfAll(judged))
  })

  it('F36: the first carrier reports a delivery after the second was asked, and both reach the records', async ({ tell }) => {
    const request = aRequest()
    await world.network.scriptCarrierPhone('twilio', request.to, { receipts: [delivered(19_000)] })
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [delivered(11_000)] })
    const [first] = await world.send(request)
    expect(first?.calls).toHaveLength(2)
    await world.until(async () => {
      const { attempts } = await world.notification(request.notificationId)
      expect(attempts.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    })
    const events = world.eventsOf(request.notificationId).filter(({ detailType }) => detailType === 'Notification Delivered')
    expect(events).toHaveLength(1)
    tell('2 requests (twilio, sns), both attempts delivered, one Notification Delivered')
  })
})
