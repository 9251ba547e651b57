import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Command } from '../dynamo/in-process-dynamo.ts'

export interface Key {
  readonly PK?: string
  readonly SK?: string
}

/** The items that a command can read or change: it is done on them alone. A query is for the template, which nobody changes. */
export const touchedBy = (command: Command): readonly Key[] | 'all' => {
  if (command instanceof GetCommand || command instanceof UpdateCommand) return [command.input.Key ?? {}]
  if (command instanceof PutCommand) return [command.input.Item ?? {}]
  if (command instanceof TransactWriteCommand)
    return (command.input.TransactItems ?? []).map(({ Put, Update, ConditionCheck }) => Put?.Item ?? (Update ?? ConditionCheck)?.Key ?? {})
  if (command instanceof QueryCommand) return 'all'
  throw new Error(`${command.constructor.name} is beyond this world`)
}
