import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../functions/record/table.ts'
import { inProcessDynamo } from '../simulation/dynamo/in-process-dynamo.ts'

/** A table of this process, by the client that the records' pages ask for. */
export const aTableInProcess = (): Table => {
  const { execute } = inProcessDynamo()
  const send: DynamoDBDocumentClient['send'] = async (command: never) => execute(command)
  const client = Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send })
  let marks = 0
  return { client, name: 'records', recordDays: 400, personDays: 7, newMark: () => `mark-${++marks}`, pause: async () => {} }
}
