import { randomUUID } from 'node:crypto'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Notification } from '../../functions/notification/notification.ts'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { parkReceipt } from '../../functions/record/rendezvous.ts'
import { aNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aPlan } from '../builders/a-plan.ts'
import { aReceipt } from '../builders/a-receipt.ts'
import { accepted } from '../builders/an-answer.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { order, requestsTo } from '../e2e/heliograph.ts'
import { guardedHeliograph } from './guarded-heliograph.ts'

const aRequest = requestsTo(303)

let world: Awaited<ReturnType<typeof guardedHeliograph>>
beforeAll(async () => {
  world = await guardedHeliograph()
})
afterAll(() => world.stop())

/** @returns what Lambda says when the function failed */
const sweep = async () => {
  const run = new InvokeCommand({ FunctionName: world.target.outputs.SweepFunctionName, Payload: '{}' })
  return (await new LambdaClient(world.target.client).send(run)).FunctionError
}

const overdue = (notification: Notification): Notification => ({
  ...notification,
  plan: aPlan({ ...notification.plan, validUntil: new Date(Date.now() - 2 * 3_600_000).toISOString() }),
})

/** A text that a carrier took and told of, in the records alone: no workflow knows it, as an outage would leave it. */
const left = async () => {
  const [notificationId, messageId] = [`test-${randomUUID()}`, `message-${randomUUID()}`]
  const attempt = anAttempt({ status: 'accepted', answer: accepted(messageId) })
  await openNotification(world.table)(overdue(aNotification({ notificationId, attempts: [attempt] })), aPerson(), new Date())
  await parkReceipt(world.table)(aReceipt({ messageId }), new Date())
  return notificationId
}

it('with no right but those of its own role, sweep ends what is past its deadline, and tells the task that still waits', async () => {
  const request = aRequest(order)
  await world.network.scriptCarrierPhone('sns', request.to, { receipts: [], arrives: false })
  await world.put(request)
  await world.event(request.notificationId, 'Notification Sent')
  const pass = (current: Notification) => ({ notification: overdue(current), answer: undefined })
  await changeNotification(world.table)(request.notificationId, pass)
  expect(await sweep()).toBeUndefined()
  expect(await world.event(request.notificationId, 'Notification Unknown')).toMatchObject({ reason: 'swept' })
  const { error, written } = await world.execution(request.notificationId)
  expect([error, written]).toEqual(['unknown', expect.stringContaining('NotArmed')])
})

it.each(['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'])(
  'with a right taken away from sweep, %s, what an outage left open stays open until it is given back',
  async (action) => {
    const id = await left()
    const tried = async () => expect(await sweep()).toBe('Unhandled')
    await world.roles.without('Sweep', action, tried, async () =>
      expect(await world.notification(id)).not.toHaveProperty('outcome'),
    )
    expect(await sweep()).toBeUndefined()
    expect(await world.notification(id)).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
  },
)
