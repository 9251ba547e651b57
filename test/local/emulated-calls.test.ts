import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  PutSubscriptionFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { EventBridgeClient, PutEventsCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import {
  CreateFunctionUrlConfigCommand,
  type FunctionUrlAuthType,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'
import { askFunctionUrl } from '../e2e/call-function-url.ts'
import { iamOf } from '../iam/iam.ts'
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

const anyRight = [{ Action: 'dynamodb:GetItem', Resource: '*' }]

describe('a Function URL on the mended emulator', () => {
  let emulator: Emulator
  beforeAll(async () => {
    emulator = await startEmulator({ log: 'emulator-urls-test' })
  })
  afterAll(() => emulator.stop())

  /** Calls a function that answers with what AWS says of its caller, by a signature that nobody checks here. */
  const callerOf = async (name: string, AuthType: FunctionUrlAuthType, accessKeyId?: string) => {
    const { lambda, deploy } = clientsOf(emulator)
    await deploy(name, 5, "exports.handler = async ({ requestContext }) => requestContext.authorizer ?? 'nobody'")
    const { FunctionUrl = '' } = await lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName: name, AuthType }))
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=any`
    return askFunctionUrl(emulator.url, FunctionUrl, accessKeyId ? { authorization } : {}, '')
  }

  it('tells its function who signed the call', async () => {
    const { accessKeyId } = await iamOf(emulator.url).userWho('jane', anyRight)
    const { status, body } = await callerOf('signed', 'AWS_IAM', accessKeyId)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      iam: { accessKey: accessKeyId, accountId: '000000000000', userArn: 'arn:aws:iam::000000000000:user/jane' },
    })
  })

  it('lets nobody in without a signature, where it asks for one', async () => {
    expect(await callerOf('unsigned', 'AWS_IAM')).toMatchObject({ status: 403 })
  })

  it('tells of no caller where it asks for no signature', async () => {
    const { accessKeyId } = await iamOf(emulator.url).userWho('john', anyRight)
    expect(await callerOf('open', 'NONE', accessKeyId)).toMatchObject({ status: 200, body: 'nobody' })
  })
})
