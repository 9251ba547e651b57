import { randomUUID } from 'node:crypto'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Notification } from '../../functions/notification/notification.ts'
import { openNotification } from '../../functions/record/open-notification.ts'
import { aNotification } from '../builders/a-notification.ts'
import { aPerson } from '../builders/a-person.ts'
import { aPlan } from '../builders/a-plan.ts'
import { accepted } from '../builders/an-answer.ts'
import { anAttempt } from '../builders/an-attempt.ts'
import { heliograph } from './heliograph.ts'

const hour = 3_600_000

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

/** A notification in the records that no workflow knows, as an outage would leave one. */
const left = async (overrides: Partial<Notification>) => {
  const notification = aNotification({ notificationId: `test-${randomUUID()}`, ...overrides })
  await openNotification(world.table)(notification, aPerson(), new Date())
  return notification.notificationId
}

const sweep = async () => {
  const FunctionName = world.target.outputs.SweepFunctionName
  const { FunctionError } = await new LambdaClient(world.target.client).send(new InvokeCommand({ FunctionName, Payload: '{}' }))
  expect(FunctionError).toBeUndefined()
}

const validUntil = (ms: number) => aPlan({ validUntil: new Date(Date.now() + ms).toISOString() })

it('ends what an outage left open past its deadline, tells the bus, and touches nothing that has time left', async () => {
  const attempt = anAttempt({ status: 'accepted', answer: accepted(`message-${randomUUID()}`) })
  const lost = await left({ plan: validUntil(-2 * hour), attempts: [attempt] })
  const holding = await left({ plan: validUntil(hour) })
  await sweep()

  expect(await world.event(lost, 'Notification Unknown')).toMatchObject({ reason: 'swept', attempt: 1 })
  expect(await world.notification(lost)).toMatchObject({ outcome: 'unknown', reason: 'swept' })
  expect((await world.notification(holding)).outcome).toBeUndefined()

  const before = await world.notification(lost)
  await sweep()
  expect(await world.notification(lost)).toEqual(before)
})
