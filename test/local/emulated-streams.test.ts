import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { CreateEventSourceMappingCommand } from '@aws-sdk/client-lambda'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLetter } from '../../functions/republish/read-letter.ts'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'
import { clientsOf } from './emulated-functions.ts'

/** Says of every record that it failed: of "poison" always, of any other the first time. */
const failing = `
const seen = new Set()
exports.handler = async ({ Records }) => {
  const failed = Records.filter(({ dynamodb: { Keys, SequenceNumber } }) => {
    console.log('given ' + Keys.id.S)
    const isNew = !seen.has(SequenceNumber)
    seen.add(SequenceNumber)
    return isNew || Keys.id.S === 'poison'
  })
  return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) }
}`

describe('a record of a table’s stream on the mended emulator, of which its function says that it failed', () => {
  let emulator: Emulator
  let settings: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
  let streamArn: string | undefined
  let QueueUrl: string | undefined

  beforeAll(async () => {
    emulator = await startEmulator({ log: 'emulator-streams-test' })
    settings = { endpoint: emulator.url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
    const { lambda, deploy } = clientsOf(emulator)
    await deploy('failing', 5, failing)
    const table = new CreateTableCommand({
      TableName: 'changing',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
    streamArn = (await new DynamoDBClient(settings).send(table)).TableDescription?.LatestStreamArn
    QueueUrl = (await new SQSClient(settings).send(new CreateQueueCommand({ QueueName: 'failed' }))).QueueUrl
    const mapping = new CreateEventSourceMappingCommand({
      FunctionName: 'failing',
      EventSourceArn: streamArn,
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 3, // until it gives up; the emulator counts no tries
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:000000000000:failed' } },
    })
    await lambda.send(mapping)
  })
  afterAll(() => emulator.stop())

  const change = (id: string) =>
    new DynamoDBClient(settings).send(new PutItemCommand({ TableName: 'changing', Item: { id: { S: id } } }))

  /** How often the function was given the record so far. */
  const given = async (id: string) => {
    const lines = new FilterLogEventsCommand({ logGroupName: '/aws/lambda/failing' })
    const { events = [] } = await new CloudWatchLogsClient(settings).send(lines)
    return events.filter(({ message }) => message?.includes(`given ${id}`)).length
  }

  const failed = async (WaitTimeSeconds: number) => {
    const { Messages = [] } = await new SQSClient(settings).send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds }))
    return Messages.map(({ Body = '' }) => readLetter(Body))
  }

  it('comes again until the function takes it', async () => {
    await change('anything')
    await expect.poll(() => given('anything'), { timeout: 10_000 }).toBe(2)
    expect(await failed(0)).toEqual([])
  })

  it('ends in the failure queue, as its place in the stream, when the function never takes it', async () => {
    await change('poison')
    expect(await failed(20)).toEqual([expect.objectContaining({ streamArn })])
    expect(await given('poison')).toBeGreaterThan(1)
  })
})
