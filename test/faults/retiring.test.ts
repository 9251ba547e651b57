import { afterAll, beforeAll, describe, expect } from 'vitest'
import { order, requestsTo } from '../e2e/heliograph.ts'
import { deliveryLog } from './delivery-log.ts'
import { it } from './it.ts'
import { lost } from './requests.ts'
import { approvedIn, retireMeanwhile } from './retire-meanwhile.ts'
import { type ReviewUnderFaults, retirement, reviewUnderFaults } from './review-under-faults.ts'

const aRequest = requestsTo(702)

let world: ReviewUnderFaults
beforeAll(async () => {
  world = await reviewUnderFaults()
})
afterAll(() => world.stop())

describe.concurrent('a template that is retired', () => {
  it('R7: a notification waits for its receipt, and is delivered by its version', async ({ tell }) => {
    const template = await approvedIn(world)
    const [waiting, next] = [aRequest({ ...order, template }), aRequest({ ...order, template })]
    await world.network.scriptPhone(waiting.to, lost)
    await world.put(waiting)
    await world.event(waiting.notificationId, 'Notification Sent')
    const goOn = async () => {
      const messages = await world.network.messages()
      await deliveryLog(world.target).putAll(messages.filter(({ to }) => to === waiting.to))
    }
    tell(await retireMeanwhile(world, { waiting, next, goOn }))
  })

  it.for([
    ['the reply to the write is lost', { kind: 'reset', forwarded: true }],
    ['the function dies when it has written, and the person says it again', { kind: 'kill', forwarded: true }],
  ] as const)('R7: %s, and the template is retired once', async ([, does], { tell }) => {
    const name = await approvedIn(world)
    const aim = { service: 'dynamodb', operation: 'TransactWriteItems', holding: [`"T#${name}"`, '"retired"'] }
    const fault = await world.strike({ ...aim, does, times: 1 })
    const retire = () => world.as('reviewer', retirement(name))
    expect(await retire().catch(retire)).toMatchObject({ state: 'retired' })
    await world.templateEvent(`${name}@1`, 'Template Retired')
    expect(await fault.strikes()).toHaveLength(1)
    tell('retired, and told')
  })
})
