import { EventBridgeClient, ListRulesCommand, ListTargetsByRuleCommand, type Rule } from '@aws-sdk/client-eventbridge'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Target } from '../../commands/target.ts'
import { delivered, heliograph, order, requestsTo } from './heliograph.ts'
import { startCommandLine } from './run-command-line.ts'

const aRequest = requestsTo(512)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

const sent = (request: ReturnType<typeof aRequest>) => delivered(world, request)

const targetsOf = async ({ client, outputs }: Target, rules: readonly Rule[]) => {
  const events = new EventBridgeClient(client)
  const lists = rules.map(({ Name }) => events.send(new ListTargetsByRuleCommand({ EventBusName: outputs.BusName, Rule: Name })))
  return (await Promise.all(lists)).flatMap(({ Targets = [] }) => Targets).length
}

describe('heliograph watch', () => {
  it('tells what is wanted as it comes, once, and takes down its rule and its queue when it is interrupted', async () => {
    const rules = async () => {
      const list = new ListRulesCommand({ EventBusName: world.target.outputs.BusName, NamePrefix: 'heliograph-watch-' })
      return (await new EventBridgeClient(world.target.client).send(list)).Rules ?? []
    }
    const queues = async () =>
      (await new SQSClient(world.target.client).send(new ListQueuesCommand({ QueueNamePrefix: 'heliograph-watch-' })))
        .QueueUrls ?? []
    const { out, interrupt } = startCommandLine('watch', '--json', '--outcome', 'delivered', '--kind', 'verification')
    await vi.waitFor(async () => expect(await targetsOf(world.target, await rules())).toBe(1), { timeout: 20_000 })
    const other = await sent(aRequest(order))
    const request = await sent(aRequest())
    await vi.waitFor(() => expect(out()).toContain(request.notificationId), { timeout: 20_000 })
    expect(await interrupt()).toBe(0)
    const events = out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.map(({ detailType }) => detailType)).toEqual(events.map(() => 'Notification Delivered'))
    expect(events.filter(({ detail }) => detail.notificationId === request.notificationId)).toHaveLength(1)
    expect(out()).not.toContain(other.notificationId)
    expect([await rules(), await queues()]).toEqual([[], []])
  })
})
