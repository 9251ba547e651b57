import {
  CloudWatchClient,
  type MetricAlarm,
  type MetricDatum,
  PutMetricDataCommand,
  paginateDescribeAlarms,
} from '@aws-sdk/client-cloudwatch'
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { putEvents } from '../../commands/put-events.ts'
import { startWorld, type World } from '../../local/world.ts'
import { messagesIn } from '../e2e/messages-in.ts'

let world: World
let metrics: CloudWatchClient
let queues: SQSClient
/** Of each topic that alarms call, the queue of whoever is called. */
const called = new Map<string, string>()

const subscribe = async (TopicArn: string) => {
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: `called-${called.size}` }))
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] })
  const Endpoint = (await queues.send(asked)).Attributes?.QueueArn
  await new SNSClient(world.target.client).send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }))
  called.set(TopicArn, QueueUrl)
}

beforeAll(async () => {
  const signal = new AbortController().signal
  world = await startWorld({ emulator: 0, network: 0 }, (_what, work) => work, signal, { log: 'emulator-alarms-test' })
  metrics = new CloudWatchClient(world.target.client)
  queues = new SQSClient(world.target.client)
  const topics = (await alarmsNow()).flatMap(({ AlarmActions = [] }) => AlarmActions)
  for (const topic of new Set(topics)) await subscribe(topic)
})
afterAll(() => world.stop())

const alarmsNow = async (): Promise<MetricAlarm[]> => {
  const all: MetricAlarm[] = []
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: metrics }, {})) all.push(...MetricAlarms)
  return all
}

const ringing = async () =>
  (await alarmsNow()).filter(({ StateValue }) => StateValue === 'ALARM').map(({ AlarmName }) => AlarmName)

/** What the topic of pages or of warnings told, e.g. "ALARM HeliographLocalAlarmsSwept…". */
const told = async (level: 'Pages' | 'Warnings') => {
  const [, queue = ''] = [...called].find(([topic]) => topic.includes(`Alarms${level}`)) ?? []
  return (await messagesIn(queues, queue)).map(({ Body = '' }) => {
    const { AlarmName, NewStateValue } = JSON.parse(JSON.parse(Body).Message)
    return `${NewStateValue} ${AlarmName}`
  })
}

/** What raises an alarm, of its own series; it counts for some seconds more, then it lies before what the alarm looks at. */
const breaching = ({ MetricName, Dimensions, Threshold = 0, Period = 0, EvaluationPeriods = 1 }: MetricAlarm): MetricDatum => ({
  MetricName,
  Dimensions,
  Value: Threshold + 1,
  Timestamp: new Date(Date.now() - (Period * EvaluationPeriods - 12) * 1000),
})

const put = async (Namespace: string | undefined, MetricData: MetricDatum[]) =>
  metrics.send(new PutMetricDataCommand({ Namespace, MetricData }))

const patience = { timeout: 45_000, interval: 500 }

describe('on the deployed stack', () => {
  it('what a function counts in its log raises the alarm on it, which calls whom it should', async () => {
    const order = { template: 'order-shipped', to: '+14155550140', notificationId: 'shop-order-1-shipped' }
    for (const parcel of ['one', 'two'])
      await putEvents(world.target, 'Notification Requested', [{ ...order, params: { orderId: '1', parcel } }])
    await vi.waitFor(async () => expect(await ringing()).toEqual([expect.stringMatching(/AlarmsConflicts/)]), patience)
    await vi.waitFor(
      async () => expect(await told('Warnings')).toContainEqual(expect.stringMatching(/^ALARM .*AlarmsConflicts/)),
      patience,
    )
  })

  it('each alarm is raised by its own series, and not by that of a neighbour', async () => {
    const all = await alarmsNow()
    expect(all.length).toBeGreaterThan(50)
    const elsewhere = { Name: 'service', Value: 'elsewhere' }
    for (const alarm of all) await put(alarm.Namespace, [{ ...breaching(alarm), Dimensions: [elsewhere] }])
    expect((await ringing()).filter((name) => !name?.includes('Conflicts'))).toEqual([])
    for (const alarm of all) await put(alarm.Namespace, [breaching(alarm)])
    await vi.waitFor(async () => expect(await ringing()).toHaveLength(all.length), patience)
  })

  it('each goes back by itself when nothing happens any more, and both levels hear of both', async () => {
    const all = (await alarmsNow()).filter(({ AlarmName }) => !AlarmName?.includes('Conflicts'))
    await vi.waitFor(async () => expect((await ringing()).filter((name) => !name?.includes('Conflicts'))).toEqual([]), patience)
    const heard = { Pages: await told('Pages'), Warnings: await told('Warnings') }
    for (const { AlarmName, AlarmActions: [topic] = [] } of all)
      expect(heard[topic?.includes('AlarmsPages') ? 'Pages' : 'Warnings']).toEqual(
        expect.arrayContaining([`ALARM ${AlarmName}`, `OK ${AlarmName}`]),
      )
  })
})
