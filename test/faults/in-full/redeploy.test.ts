import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { deploy } from '../../../local/deploy.ts'
import { order, payment, requestsTo } from '../../e2e/heliograph.ts'
import { variablesFor } from '../doors.ts'
import { it } from '../it.ts'
import { context } from '../parcels.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(305)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

/** Deploys the stack anew, with other values for what every function that changes records is told. */
const redeploy = async () => {
  const { emulatorUrl } = inject('deployed')
  const doors = inject('doors')
  const environment = {
    AWS_ENDPOINT_URL: emulatorUrl,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    CDK_DEFAULT_ACCOUNT: '000000000000',
    CDK_DEFAULT_REGION: 'us-east-1',
  }
  const changed = {
    ...context,
    'heliograph.endpoints.sns': doors.sns,
    'heliograph.endpoints.twilio': doors.twilio,
    'heliograph.retentionDays.person': '2',
    'heliograph.maxPriceUsd': '0.4',
    'heliograph.mostEventAgeSeconds': '80000',
  }
  const folder = join(import.meta.dirname, '../../../.local', `deployment-${new URL(emulatorUrl).port}`)
  await deploy(environment, changed, folder, new AbortController().signal)
}

it('F41: the stack is deployed anew while executions are in flight, and each ends with its outcome', async ({ tell }) => {
  const receipts = [{ status: 'delivered' as const, afterMs: 9_000 }]
  const kinds = [order, payment, {}]
  const early = Array.from({ length: 15 }, (_, index) => aRequest(kinds[index % 3]))
  const during = Array.from({ length: 15 }, (_, index) => aRequest(kinds[index % 3]))
  for (const { to } of [...early, ...during]) await world.network.scriptPhone(to, { receipts })
  await world.put(...early.slice(0, 10))
  await world.put(...early.slice(10))
  await world.until(() => {
    const sent = early.filter(({ notificationId }) => world.eventsOf(notificationId).length > 0)
    expect(sent.length).toBeGreaterThan(4)
  })
  const deploying = redeploy()
  for (const one of during) {
    await world.put(one)
    await world.until(() => world.notification(one.notificationId))
  }
  await deploying
  const judged = await world.ended(...early, ...during)
  await world.functions.giveEach(variablesFor(inject('doors')))
  const payments = judged.filter(({ notification }) => notification.kind === 'payment')
  expect(payments.every(({ calls }) => calls.length <= 1)).toBe(true)
  expect(judged).toHaveLength(30)
  tell(`${judged.length} in flight or new, ${judged.length} ended; of a payment at most 1 request`)
})
