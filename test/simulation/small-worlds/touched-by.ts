import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Command } from '../dynamo/in-process-dynamo.ts'

export interface Key {
  readonly PK?: string
  readonly SK?: string
}

const partitionOf = ({ input: { KeyConditionExpression = '', ExpressionAttributeValues = {} } }: QueryCommand): string =>
  String(ExpressionAttributeValues[/^PK = (:\w+)/.exec(KeyConditionExpression)?.[1] ?? ''])

/** The items that a command can read or change: it is done on them alone. A query is for those of one partition. */
export const touchedBy = (command: Command): readonly Key[] | { readonly partition: string } => {
  if (command instanceof GetCommand || command instanceof UpdateCommand) return [command.input.Key ?? {}]
  if (command instanceof PutCommand) return [command.input.Item ?? {}]
  if (command instanceof TransactWriteCommand)
    return (command.input.TransactItems ?? []).map(
      ({ Put, Update, ConditionCheck }) => Put?.Item ?? (Update ?? ConditionCheck)?.Key ?? {},
    )
  if (command instanceof QueryCommand) return { partition: partitionOf(command) }
  throw new Error(`${command.constructor.name} is beyond this world`)
}
