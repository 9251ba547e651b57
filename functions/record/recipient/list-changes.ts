import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Recipient } from '../../recipient/recipient.ts'
import { changesOf } from '../keys.ts'
import type { Table } from '../table.ts'

/** What one write changed of a recipient: the words that were new, and when they were recorded. */
export const RecipientChange = Recipient.pick({ suppressions: true, consent: true }).extend({ recordedAt: z.iso.datetime() })
export type RecipientChange = Readonly<z.infer<typeof RecipientChange>>

/** All that was ever said on a recipient under one key of the hashes, the oldest first. Strongly consistent. */
export async function* listChanges(
  { client, name }: Pick<Table, 'client' | 'name'>,
  recipientHash: string,
): AsyncGenerator<RecipientChange> {
  const query = {
    TableName: name,
    KeyConditionExpression: 'PK = :recipient AND begins_with(SK, :change)',
    ExpressionAttributeValues: changesOf(recipientHash),
    ConsistentRead: true,
  }
  for await (const { Items = [] } of paginateQuery({ client }, query)) for (const item of Items) yield RecipientChange.parse(item)
}
