import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  PutSubscriptionFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { EventBridgeClient, PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import { PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'
import { clientsOf } from './emulated-functions.ts'

const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`
const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`

describe('an asynchronous call on the mended emulator, of a function that fails', () => {
  let emulator: Emulator
  let settings: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
  let queues: SQSClient

  beforeAll(async () => {
    emulator = await startEmulator({ log: 'emulator-calls-test' })
    settings = { endpoint: emulator.url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
    queues = new SQSClient(settings)
  })
  afterAll(() => emulator.stop())

  /** Deploys a function that throws at any event but its own, and gives what failed to a queue. @returns the queue's URL */
  const deployFailing = async (name: string) => {
    const { lambda, deploy } = clientsOf(emulator)
    await deploy(name, 5)
    const { QueueUrl } = await queues.send(new CreateQueueCommand({ QueueName: name }))
    const DestinationConfig = { OnFailure: { Destination: queueArn(name) } }
    await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: name, MaximumRetryAttempts: 1, DestinationConfig }))
    return QueueUrl
  }

  const failed = async (QueueUrl: string | undefined) => {
    const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 15 }))
    return Messages.map(({ Body = '' }) => JSON.parse(Body))
  }

  it('ends in its on-failure destination when a rule made it', async () => {
    const url = await deployFailing('called-by-a-rule')
    const events = new EventBridgeClient(settings)
    await events.send(new PutRuleCommand({ Name: 'all', EventPattern: JSON.stringify({ source: ['test'] }) }))
    await events.send(new PutTargetsCommand({ Rule: 'all', Targets: [{ Id: 'it', Arn: functionArn('called-by-a-rule') }] }))
    await events.send(new PutEventsCommand({ Entries: [{ Source: 'test', DetailType: 'any', Detail: '{"a":1}' }] }))
    expect(await failed(url)).toEqual([
      expect.objectContaining({ requestPayload: expect.objectContaining({ detail: { a: 1 } }) }),
    ])
  })

  it('ends in its on-failure destination when a log subscription made it', async () => {
    const url = await deployFailing('called-by-a-log')
    const logs = new CloudWatchLogsClient(settings)
    const place = { logGroupName: 'group', logStreamName: 'stream' }
    await logs.send(new CreateLogGroupCommand(place))
    await logs.send(new CreateLogStreamCommand(place))
    const filter = { filterName: 'all', filterPattern: '', destinationArn: functionArn('called-by-a-log') }
    await logs.send(new PutSubscriptionFilterCommand({ ...place, ...filter }))
    await logs.send(new PutLogEventsCommand({ ...place, logEvents: [{ timestamp: Date.now(), message: 'a line' }] }))
    expect(await failed(url)).toEqual([expect.objectContaining({ requestPayload: { awslogs: expect.anything() } })])
  })
})
