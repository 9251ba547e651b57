import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation'
import { CloudWatchLogsClient, CreateLogGroupCommand, PutRetentionPolicyCommand } from '@aws-sdk/client-cloudwatch-logs'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'
import { iamOf, type Statement } from '../iam/iam.ts'

const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:000000000000:${resource}`

describe('the mended emulator, when it asks for rights', () => {
  let emulator: Emulator
  let owner: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }

  beforeAll(async () => {
    emulator = await startEmulator({ log: 'emulator-rights-test', auth: true })
    owner = { endpoint: emulator.url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  })
  afterAll(() => emulator.stop())

  /** Clients' settings of somebody who may do this and no more. */
  const somebodyWho = async (name: string, ...may: readonly Statement[]) => ({
    ...owner,
    credentials: await iamOf(emulator.url).userWho(name, may),
  })

  it('takes a message for a queue that refuses what comes without TLS', async () => {
    const Resource = arn('sqs', 'encrypted')
    const plain = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sqs:*',
      Resource,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    const Attributes = { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [plain] }) }
    const { QueueUrl } = await new SQSClient(owner).send(new CreateQueueCommand({ QueueName: 'encrypted', Attributes }))
    const queues = new SQSClient(await somebodyWho('sender', { Action: 'sqs:SendMessage', Resource }))
    await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }))
    await expect(queues.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('asks for the right to a log group as a policy names it', async () => {
    const Action = 'logs:PutRetentionPolicy'
    const logs = new CloudWatchLogsClient(await somebodyWho('keeper', { Action, Resource: arn('logs', 'log-group:mine:*') }))
    for (const logGroupName of ['mine', 'theirs'])
      await new CloudWatchLogsClient(owner).send(new CreateLogGroupCommand({ logGroupName }))
    const keep = (logGroupName: string) => logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 1 }))
    await keep('mine')
    await expect(keep('theirs')).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })

  it('asks who settles a task for the right to do so on the machine of the task', async () => {
    const { QueueUrl } = await new SQSClient(owner).send(new CreateQueueCommand({ QueueName: 'tokens' }))
    const Parameters = { QueueUrl, 'MessageBody.$': '$$.Task.Token' }
    const Resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'
    const definition = JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Task', Resource, Parameters, End: true } } })
    const workflows = new SFNClient(owner)
    const roleArn = await iamOf(emulator.url).roleOf('machine', 'states.amazonaws.com')
    const machine = { name: 'waiting', roleArn, definition }
    const { stateMachineArn } = await workflows.send(new CreateStateMachineCommand(machine))
    const { executionArn } = await workflows.send(new StartExecutionCommand({ stateMachineArn }))
    const receive = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 })
    const { Messages } = await new SQSClient(owner).send(receive)

    const settleAs = async (name: string, ofMachine: string) => {
      const Resource = arn('states', `stateMachine:${ofMachine}`)
      const settings = await somebodyWho(name, { Action: 'states:SendTaskSuccess', Resource })
      return new SFNClient(settings).send(new SendTaskSuccessCommand({ taskToken: Messages?.[0]?.Body, output: '1' }))
    }
    await expect(settleAs('stranger', 'another')).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await settleAs('settler', 'waiting')
    await expect
      .poll(async () => (await workflows.send(new DescribeExecutionCommand({ executionArn }))).status, { timeout: 5000 })
      .toBe('SUCCEEDED')
    await expect(settleAs('latecomer', 'waiting')).rejects.toMatchObject({ name: 'TaskDoesNotExist' })
  })

  it('asks who reads a stream for the right to do so on the stream', async () => {
    const streamOf = async (TableName: string) => {
      const table = new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
      })
      return (await new DynamoDBClient(owner).send(table)).TableDescription?.LatestStreamArn ?? ''
    }
    const [mine, theirs] = [await streamOf('mine'), await streamOf('theirs')]
    const placeIn = async (streams: DynamoDBStreamsClient, StreamArn: string) => {
      const { StreamDescription } = await new DynamoDBStreamsClient(owner).send(new DescribeStreamCommand({ StreamArn }))
      const ShardId = StreamDescription?.Shards?.[0]?.ShardId
      return streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
    }
    const may = ['GetShardIterator', 'GetRecords'].map((action) => ({ Action: `dynamodb:${action}`, Resource: mine }))
    const reader = new DynamoDBStreamsClient(await somebodyWho('reader', ...may))
    const { ShardIterator: place } = await placeIn(reader, mine)
    await reader.send(new GetRecordsCommand({ ShardIterator: place }))

    const denied = { name: 'AccessDeniedException' }
    await expect(placeIn(reader, theirs)).rejects.toMatchObject(denied)
    const { ShardIterator } = await placeIn(new DynamoDBStreamsClient(owner), theirs)
    await expect(reader.send(new GetRecordsCommand({ ShardIterator }))).rejects.toMatchObject(denied)
  })

  it('asks who reads or writes a table for the right to do so in each partition that a call is about', async () => {
    const TableName = 'partitioned'
    const table = new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
    })
    await new DynamoDBClient(owner).send(table)
    const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['mine#*'] } }
    const may = ['GetItem', 'PutItem', 'Query'].map((action) => ({
      Action: `dynamodb:${action}`,
      Resource: arn('dynamodb', `table/${TableName}`),
      Condition,
    }))
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(await somebodyWho('tenant', ...may)))

    const within = (PK: string) => {
      const [Item, query] = [
        { PK, SK: 'any' },
        { KeyConditionExpression: 'PK = :of', ExpressionAttributeValues: { ':of': PK } },
      ]
      const mine = { Put: { TableName, Item: { PK: 'mine#0', SK: 'any' } } }
      return [
        () => client.send(new PutCommand({ TableName, Item })),
        () => client.send(new GetCommand({ TableName, Key: Item })),
        () => client.send(new QueryCommand({ TableName, ...query })),
        () => client.send(new TransactWriteCommand({ TransactItems: [mine, { Put: { TableName, Item } }] })),
      ]
    }
    for (const call of within('mine#1')) await call()
    for (const call of within('theirs#1')) await expect(call()).rejects.toMatchObject({ name: 'AccessDeniedException' })
  })

  it('refers to a secret of a stack by its ARN, and still changes and deletes it', async () => {
    const stacks = new CloudFormationClient(owner)
    const secrets = async () => (await new SecretsManagerClient(owner).send(new ListSecretsCommand({}))).SecretList ?? []
    const described = (Description: string) => ({
      StackName: 'secrets',
      TemplateBody: JSON.stringify({
        Resources: { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Description, SecretString: 'any' } } },
        Outputs: { Ref: { Value: { Ref: 'Secret' } } },
      }),
    })
    const waiting = [{ client: stacks, maxWaitTime: 20, minDelay: 0.2, maxDelay: 0.2 }, { StackName: 'secrets' }] as const
    await stacks.send(new CreateStackCommand(described('first')))
    await waitUntilStackCreateComplete(...waiting)
    const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName: 'secrets' }))
    const [before] = await secrets()
    expect(before?.ARN).toMatch(/^arn:aws:secretsmanager:/)
    expect(Stacks?.[0]?.Outputs).toEqual([expect.objectContaining({ OutputKey: 'Ref', OutputValue: before?.ARN })])

    await stacks.send(new UpdateStackCommand(described('second')))
    await waitUntilStackUpdateComplete(...waiting)
    expect(await secrets()).toEqual([expect.objectContaining({ ARN: before?.ARN, Description: 'second' })])

    await stacks.send(new DeleteStackCommand({ StackName: 'secrets' }))
    await waitUntilStackDeleteComplete(...waiting)
    expect(await secrets()).toEqual([])
  })
})
