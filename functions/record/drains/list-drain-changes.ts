import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { DrainChange } from '../../steering/drain-change.ts'
import { drainChanges } from '../keys.ts'
import type { Table } from '../table.ts'

/** The latest words of operators on all carriers, the newest first. Strongly consistent. */
export type ListDrainChanges = (most: number) => Promise<readonly DrainChange[]>

/** One page holds some hundreds of them. */
export const listDrainChanges =
  ({ client, name }: Pick<Table, 'client' | 'name'>): ListDrainChanges =>
  async (most) => {
    const query = new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'PK = :carriers AND begins_with(SK, :change)',
      ExpressionAttributeValues: drainChanges,
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: most,
    })
    const { Items = [] } = await client.send(query)
    return Items.map((item) => DrainChange.parse(item))
  }
