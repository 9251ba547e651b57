import { CreateTableCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, vi } from 'vitest'
import { openIndex } from '../../functions/record/open-index.ts'
import { suppressedIndex } from '../../functions/record/recipient/suppressed-index.ts'
import { recipientIndex } from '../../functions/record/recipient-index.ts'
import { byChance, recordsClient, type Table } from '../../functions/record/table.ts'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'

export const recordDays = 400
export const personDays = 7

const name = 'records'

const indexes = [recipientIndex, openIndex, suppressedIndex]
const attributes = ['PK', 'SK', ...indexes.flatMap(({ partition, sort }) => [partition, sort])]

/** The table as the stack has it: PK, SK, three indexes, on demand, a stream, time to live by `ttl`. */
const createTable = async () => {
  const client = new DynamoDBClient()
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: indexes.map(({ name, partition, sort, tells }) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: partition, KeyType: 'HASH' },
          { AttributeName: sort, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...tells] },
      })),
    }),
  )
  const TimeToLiveSpecification = { AttributeName: 'ttl', Enabled: true }
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }))
  client.destroy()
}

/**
 * A table in an emulator of the test file's own, there from its first test to its last.
 * @returns what gives a test the table, by a client of its own, as a function of the path has it
 */
export const aTable = (): (() => Table) => {
  let emulator: Emulator
  beforeAll(async () => {
    emulator = await startEmulator()
    for (const [variable, value] of Object.entries(emulator.environment)) vi.stubEnv(variable, value)
    await createTable()
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await emulator.stop()
  })
  return () => ({ client: recordsClient(), name, recordDays, personDays, ...byChance })
}

/** Every item of a partition as it lies in the table, by its sort key. */
export const itemsOf = async ({ client }: Table, PK: string): Promise<Partial<Record<string, Record<string, unknown>>>> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'PK = :key',
      ExpressionAttributeValues: { ':key': PK },
      ConsistentRead: true,
    }),
  )
  return Object.fromEntries(Items.map((item) => [String(item.SK), item]))
}
