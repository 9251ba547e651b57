import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Notification } from '../notification/notification.ts'
import { notificationKey } from './keys.ts'
import type { Table } from './table.ts'

const Stored = z.object({
  /** Counts the writes: a write is made on the condition that it has not moved. */
  version: z.int().positive(),
  /** Random, one per write: it recognises a write whose reply was lost. */
  mark: z.string(),
})

/** A notification as it lies in the table. */
export type Stored = Readonly<z.infer<typeof Stored>> & { readonly notification: Notification }

/** Reads a notification, strongly consistent. */
export const readStored = async ({ client, name }: Pick<Table, 'client' | 'name'>, id: string): Promise<Stored | undefined> => {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: notificationKey(id), ConsistentRead: true }))
  return Item && { ...Stored.parse(Item), notification: Notification.parse(Item) }
}
