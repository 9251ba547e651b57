import { queryIds } from './query-ids.ts'
import { recipientIndex } from './recipient-index.ts'
import type { Table } from './table.ts'

/**
 * The ids of the notifications of a recipient, the latest first: all, or those that were requested at an instant or later. One that was
 * opened a moment ago may be missing still.
 */
export type FindOfRecipient = (recipientHash: string, since?: Date) => AsyncIterable<string>

export const findOfRecipient =
  (table: Pick<Table, 'client' | 'name'>): FindOfRecipient =>
  (recipientHash, since) =>
    queryIds(table, {
      IndexName: recipientIndex.name,
      KeyConditionExpression: `#recipient = :recipient${since ? ' AND #requested >= :since' : ''}`,
      ExpressionAttributeNames: { '#recipient': recipientIndex.partition, ...(since && { '#requested': recipientIndex.sort }) },
      ExpressionAttributeValues: { ':recipient': recipientHash, ...(since && { ':since': since.toISOString() }) },
      ScanIndexForward: false,
    })
