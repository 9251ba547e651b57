import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Drain } from '../../steering/drain.ts'
import { drainsKey } from '../keys.ts'
import type { Table } from '../table.ts'

const Stored = z.object({
  /** Counts the words: each is written on the condition that it is the next. */
  version: z.int().positive(),
  /** Random, one per write: it recognises a write whose reply was lost. */
  mark: z.string(),
  drains: z.array(Drain).readonly(),
})

/** All drains as they lie in the table. Version 0 has no item: nobody has drained anything yet. */
type StoredDrains = Omit<z.infer<typeof Stored>, 'mark'> & { readonly mark?: string }

/** Reads what operators have said, strongly consistent. */
export const readStoredDrains = async ({ client, name }: Pick<Table, 'client' | 'name'>): Promise<StoredDrains> => {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: drainsKey, ConsistentRead: true }))
  return Item ? Stored.parse(Item) : { version: 0, drains: [] }
}
