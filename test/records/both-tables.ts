import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { asClient } from '../simulation/dynamo/as-client.ts'
import { inProcessDynamo } from '../simulation/dynamo/in-process-dynamo.ts'
import { indexes } from './a-real-table.ts'
import { type AnyCommand, everyKey, partitions } from './any-command.ts'

const kinds = {
  Get: GetCommand,
  Put: PutCommand,
  Update: UpdateCommand,
  Delete: DeleteCommand,
  Query: QueryCommand,
  TransactWrite: TransactWriteCommand,
}

type Members = readonly Readonly<Record<string, object>>[]

/** The same with the table's name wherever one belongs. */
const addressed = (TableName: string, input: AnyCommand['input']): AnyCommand['input'] =>
  'TransactItems' in input
    ? {
        ...input,
        TransactItems: (input.TransactItems as Members).map((member) =>
          Object.fromEntries(Object.entries(member).map(([action, parameters]) => [action, { TableName, ...parameters }])),
        ),
      }
    : { TableName, ...input }

const commandOf = (name: string, { of, input }: AnyCommand) => new kinds[of](addressed(name, input) as never) as QueryCommand

const reasonsOf = (error: Error) =>
  error instanceof TransactionCanceledException
    ? error.CancellationReasons?.map(({ Code, Item }) => ({ Code, ...(Item && { Item }) }))
    : undefined

interface Page {
  readonly Items?: Record<string, unknown>[]
  readonly LastEvaluatedKey?: object
}

/** Items that share a place in an index come in any order: they are told apart from the order of the places. */
const inOneOrder = (
  { Items = [], ...answer }: { readonly Items?: Record<string, unknown>[] },
  { IndexName }: AnyCommand['input'],
) => {
  const sort = indexes[String(IndexName)]?.sort.name ?? ''
  const placed = Items.map((item) => [`${item.PK} ${item.SK}`, item] as const)
  return { ...answer, order: Items.map((item) => item[sort]), items: Object.fromEntries(placed) }
}

/** Old values of an update that had none: DynamoDB leaves them out, the emulator sends them as an empty map. */
const withoutEmpty = <Answer extends object>(answer: Answer): Answer =>
  'Attributes' in answer && Object.keys(answer.Attributes ?? {}).length === 0 ? { ...answer, Attributes: undefined } : answer

/** What a caller learns: the answer, or the exception with its reasons. The wording of a refusal is DynamoDB's own affair. */
const answerOf = async (client: DynamoDBDocumentClient, name: string, command: AnyCommand): Promise<object> => {
  try {
    const { $metadata: _, ConsumedCapacity: __, ...answer } = withoutEmpty(await client.send(commandOf(name, command)))
    return 'IndexName' in command.input ? inOneOrder(answer, command.input) : answer
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { thrown: error.name, item: Reflect.get(error, 'Item'), reasons: reasonsOf(error) }
  }
}

const contents = (PK: string, more: object = {}): AnyCommand => ({
  of: 'Query',
  input: { KeyConditionExpression: 'PK = :key', ExpressionAttributeValues: { ':key': PK }, ConsistentRead: true, ...more },
})

/** The real table, emptied, and one in this process, to be asked the same. */
export const bothTables = async (real: DynamoDBDocumentClient, name: string) => {
  const RequestItems = { [name]: everyKey.map((Key) => ({ DeleteRequest: { Key } })) }
  await real.send(new BatchWriteCommand({ RequestItems }))
  const clients = { real, simulated: asClient(inProcessDynamo({ name, indexes })) }
  const answers = async (command: AnyCommand) => ({
    real: await answerOf(clients.real, name, command),
    simulated: await answerOf(clients.simulated, name, command),
  })
  const pages = async (PK: string, side: keyof typeof clients, ExclusiveStartKey?: object): Promise<unknown[][]> => {
    const page: Page = await answerOf(clients[side], name, contents(PK, { ExclusiveStartKey }))
    const { Items = [], LastEvaluatedKey } = page
    return LastEvaluatedKey ? [Items, ...(await pages(PK, side, LastEvaluatedKey))] : [Items]
  }
  return { answers, pages, contents: () => Promise.all(partitions.map((PK) => answers(contents(PK)))) }
}
