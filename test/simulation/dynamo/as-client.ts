import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Command, InProcessDynamo } from './in-process-dynamo.ts'

/** The table as the functions of `record/` are given it. */
export const asClient = ({ execute }: Pick<InProcessDynamo, 'execute'>): DynamoDBDocumentClient =>
  ({ send: async (command: Command) => execute(command) }) as unknown as DynamoDBDocumentClient
