import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../functions/record/table.ts'
import type { Target } from './target.ts'

/** The table of a deployment, to be read, and by `forget` to be erased: what is written goes by the bus, and by functions whom AWS tells who calls. */
export const tableOf = ({ client, outputs }: Target): Pick<Table, 'client' | 'name'> => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient(client)),
  name: outputs.TableName,
})
