import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { order, requestsTo } from '../e2e/heliograph.ts'
import { guardedHeliograph } from './guarded-heliograph.ts'

const aRequest = requestsTo(212)

let world: Awaited<ReturnType<typeof guardedHeliograph>>
beforeAll(async () => {
  world = await guardedHeliograph()
})
afterAll(() => world.stop())

describe('with a right taken away', () => {
  it.each([
    ['DeliveryStepsValidate', 'dynamodb:GetItem'],
    ['DeliveryStepsValidate', 'dynamodb:UpdateItem'],
    ['DeliveryStepsSend', 'dynamodb:UpdateItem'],
  ])('from %s, %s, no text leaves until it is given back', async (step, action) => {
    const request = aRequest(order)
    const put = () => world.put(request)
    await world.roles.without(step, action, put, async () => expect(await world.network.textsOn(request.to)).toEqual([]))
    await world.event(request.notificationId, 'Notification Delivered')
    expect(await world.network.textsOn(request.to)).toHaveLength(1)
  })

  it('from fall-back, no second carrier is asked until it is given back', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { call: { fate: 'refuse', code: 'AuthorizationError' } })
    const put = () => world.put(request)
    const nobody = async () => expect(await world.network.textsOn(request.to)).toEqual([])
    await world.roles.without('DeliveryStepsFallBack', 'dynamodb:UpdateItem', put, nobody)
    expect(await world.event(request.notificationId, 'Notification Delivered')).toMatchObject({ carrier: 'twilio' })
  })

  it('from receipt, a delivery is recorded and the workflow learns of it only when its wait is over', async () => {
    const request = aRequest(order)
    const put = () => world.put(request)
    await world.roles.without('ReceiptsReceipt', 'states:SendTaskSuccess', put, async () => {
      await world.event(request.notificationId, 'Notification Delivered')
      const { status, states } = await world.execution(request.notificationId)
      expect([status, states?.slice(-3)]).toEqual(['SUCCEEDED', ['Fall back', 'What next?', 'Delivered']])
    })
  })

  it('from publish, nobody is told', async () => {
    const request = aRequest(order)
    const put = () => world.put(request)
    await world.roles.without('StatusPublish', 'events:PutEvents', put, async () => {
      await world.execution(request.notificationId)
      expect(world.eventsOf(request.notificationId)).toEqual([])
    })
  })

  it('from close, an execution that somebody stopped leaves no outcome', async () => {
    const request = aRequest(order)
    await world.network.scriptCarrierPhone('sns', request.to, { receipts: [], arrives: false })
    await world.put(request)
    await world.event(request.notificationId, 'Notification Sent')
    const stop = () => world.abort(request.notificationId)
    await world.roles.without('DeliveryStepsClose', 'dynamodb:UpdateItem', stop, async () =>
      expect(await world.notification(request.notificationId)).not.toHaveProperty('outcome'),
    )
  })

  it('from request, a notification is opened and goes no further', async () => {
    const request = aRequest(order)
    const put = () => world.put(request)
    await world.roles.without('RequestsRequest', 'states:StartExecution', put, async () => {
      const opened = await world.notification(request.notificationId)
      expect([opened?.attempts, opened?.next]).toEqual([[], undefined])
    })
  })
})

it('lets send text a phone and publish to no topic, of which nobody asks here: SNS is the carrier network', async () => {
  const topic = 'arn:aws:sns:us-east-1:000000000000:any'
  expect(await world.roles.decision('DeliveryStepsSend', 'sns:Publish', '*')).toBe('allowed')
  expect(await world.roles.decision('DeliveryStepsSend', 'sns:Publish', topic)).toBe('explicitDeny')
  expect(await world.roles.decision('DeliveryStepsClose', 'sns:Publish', '*')).toBe('implicitDeny')
})
