import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Recipient, stranger } from '../../recipient/recipient.ts'
import { recipientKey } from '../keys.ts'
import type { Table } from '../table.ts'

const Stored = z.object({
  /** Counts the writes: a write is made on the condition that it has not moved. */
  version: z.int().positive(),
  /** Random, one per write: it recognises a write whose reply was lost. */
  mark: z.string(),
})

/** What is known of a recipient under one key of the hashes. Version 0 has no item: nothing is known. */
export interface StoredRecipient {
  readonly recipientHash: string
  readonly version: number
  readonly mark?: string
  readonly recipient: Recipient
}

/** Reads a recipient, strongly consistent. */
export const readStoredRecipient = async (
  { client, name }: Pick<Table, 'client' | 'name'>,
  recipientHash: string,
): Promise<StoredRecipient> => {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: recipientKey(recipientHash), ConsistentRead: true }))
  if (Item === undefined) return { recipientHash, version: 0, recipient: stranger }
  return { recipientHash, ...Stored.parse(Item), recipient: Recipient.parse(Item) }
}
