import {
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  UpdateEventSourceMappingCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { heliograph, requestsTo } from './heliograph.ts'

const aRequest = requestsTo(303)

let world: Awaited<ReturnType<typeof heliograph>>
let lambda: LambdaClient
beforeAll(async () => {
  world = await heliograph()
  lambda = new LambdaClient(world.target.client)
})
afterAll(() => world.stop())

const functionNamed = async (part: string) => {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}))
  return Functions.map(({ FunctionName }) => FunctionName).find((name) => name?.includes(part))
}

/** The messages that lie in the failure queue of the stream; they are not hidden by being looked at. */
const unpublished = async () => {
  const queues = new SQSClient(world.target.client)
  const { QueueUrls = [] } = await queues.send(new ListQueuesCommand({}))
  const QueueUrl = QueueUrls.find((url) => url.includes('StatusUnpublished'))
  const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }))
  return Messages
}

/** Breaks `publish` so that it throws whatever it is given, until the returned function mends it. */
const breakPublish = async () => {
  const FunctionName = await functionNamed('StatusPublish')
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName }))
  const UUID = EventSourceMappings[0]?.UUID
  const set = async (Handler: string, MaximumRecordAgeInSeconds: number) => {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Handler }))
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, MaximumRecordAgeInSeconds }))
  }
  await set('index.broken', 1) // seconds until Lambda gives up on a change; the emulator counts no retries
  return () => set('index.handler', 43_200)
}

it('publishes what an outage of publish left unpublished, and empties the failure queue', async () => {
  const mend = await breakPublish()
  onTestFinished(mend)
  const request = aRequest()
  await world.put(request)
  await world.execution(request.notificationId)
  await vi.waitFor(async () => expect(await unpublished()).not.toEqual([]), { timeout: 30_000, interval: 500 })
  expect(world.eventsOf(request.notificationId)).toEqual([])
  await mend()

  const republish = new InvokeCommand({ FunctionName: await functionNamed('Republish'), Payload: '{}' })
  await vi.waitFor(
    async () => {
      expect((await lambda.send(republish)).FunctionError).toBeUndefined()
      const told = world.eventsOf(request.notificationId).map(({ detailType }) => detailType)
      expect(new Set(told)).toEqual(new Set(['Notification Sent', 'Notification Delivered']))
    },
    { timeout: 40_000, interval: 1_000 },
  )
  expect(await unpublished()).toEqual([])
})
