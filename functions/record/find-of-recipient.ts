import { queryIds } from './query-ids.ts'
import { recipientIndex } from './recipient-index.ts'
import type { Table } from './table.ts'

/** The ids of all notifications of a recipient, the latest first. One that was opened a moment ago may be missing still. */
export type FindOfRecipient = (recipientHash: string) => AsyncIterable<string>

export const findOfRecipient =
  (table: Pick<Table, 'client' | 'name'>): FindOfRecipient =>
  (recipientHash) =>
    queryIds(table, {
      IndexName: recipientIndex.name,
      KeyConditionExpression: '#recipient = :recipient',
      ExpressionAttributeNames: { '#recipient': recipientIndex.partition },
      ExpressionAttributeValues: { ':recipient': recipientHash },
      ScanIndexForward: false,
    })
