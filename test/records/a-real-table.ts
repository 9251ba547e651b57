import { randomUUID } from 'node:crypto'
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, vi } from 'vitest'
import { type Emulator, startEmulator } from '../../local/emulator/emulator.ts'
import type { Index } from '../simulation/dynamo/table.ts'

/** Another DynamoDB to be compared with: "https://dynamodb.eu-central-1.amazonaws.com", or AWS's DynamoDB Local. */
// biome-ignore lint/style/noProcessEnv: the choice of whoever runs the test
const endpoint = process.env.HELIOGRAPH_DYNAMODB_ENDPOINT

/** The emulator is lenient in places: each has a test that names it. */
export const comparedWithEmulator = endpoint === undefined

export const indexes: Readonly<Record<string, Index>> = {
  'by-group': { partition: { name: 'group', type: 'S' }, sort: { name: 'rank', type: 'N' }, projected: ['text'] },
  'by-place': { partition: { name: 'place', type: 'S' }, sort: { name: 'SK', type: 'S' }, projected: 'all' },
}

const attributes = new Map(
  ['PK', 'SK']
    .map((name) => [name, 'S' as 'S' | 'N'])
    .concat(
      Object.values(indexes).flatMap(({ partition, sort }) => [
        [partition.name, partition.type],
        [sort.name, sort.type],
      ]),
    ) as [string, 'S' | 'N'][],
)

const schema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

const projection = (projected: Index['projected']) =>
  projected === 'all'
    ? { ProjectionType: 'ALL' as const }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projected] }

const createTable = async (client: DynamoDBClient, TableName: string) => {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
      KeySchema: schema('PK', 'SK'),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, { partition, sort, projected }]) => ({
        IndexName,
        KeySchema: schema(partition.name, sort.name),
        Projection: projection(projected),
      })),
    }),
  )
  await waitUntilTableExists({ client, maxWaitTime: 120 }, { TableName })
}

/**
 * A table with indexes in an emulator of the test file's own, or at the endpoint that HELIOGRAPH_DYNAMODB_ENDPOINT names,
 * where it is made for the test and deleted after it.
 */
export const aRealTable = (): { readonly name: string; readonly client: () => DynamoDBDocumentClient } => {
  const name = `heliograph-test-${randomUUID()}`
  let emulator: Emulator | undefined
  let client: DynamoDBClient
  beforeAll(async () => {
    emulator = endpoint === undefined ? await startEmulator() : undefined
    for (const [variable, value] of Object.entries(emulator?.environment ?? {})) vi.stubEnv(variable, value)
    client = new DynamoDBClient({ ...(endpoint !== undefined && { endpoint }) })
    await createTable(client, name)
  })
  afterAll(async () => {
    await client.send(new DeleteTableCommand({ TableName: name }))
    vi.unstubAllEnvs()
    await emulator?.stop()
  })
  return { name, client: () => DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }) }
}
