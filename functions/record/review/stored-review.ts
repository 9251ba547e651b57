import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Current } from '../../template/review/decide-review.ts'
import { Review } from '../../template/review/review.ts'
import { currentKey, versionKey } from '../keys.ts'
import type { Table } from '../table.ts'

const StoredReview = z.object({
  review: Review,
  /** Of the task that waits for the decision. */
  token: z.string().optional(),
  /** Counts the writes: a write is made on the condition that it has not moved. */
  changes: z.int().positive(),
  /** Random, one per write: it recognises a write whose reply was lost. */
  mark: z.string(),
  /** The content as it was stored. It is carried and not read: what it was checked by may have changed since. */
  version: z.unknown(),
})

const StoredCurrent = z.object({ number: z.int().positive(), isRetired: z.boolean() })

/** A version as it lies in the table, and which one is sent now. */
export type StoredReview = Readonly<z.infer<typeof StoredReview>> & { readonly current?: Current }

/**
 * Reads both, strongly consistent: what is sent first. Then a version that was approved meanwhile is seen to be, and is not taken
 * for one in review that a later one has overtaken. A write that relies on both asks for both to be as they were.
 * @returns undefined where nobody submitted a version of this number, as before there were reviews
 */
export const readStoredReview = async (
  { client, name: TableName }: Pick<Table, 'client' | 'name'>,
  name: string,
  version: number,
): Promise<StoredReview | undefined> => {
  const get = (Key: ReturnType<typeof versionKey>) => client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  const { Item: sent } = await get(currentKey(name))
  const { Item } = await get(versionKey(name, version))
  if (Item?.review === undefined) return undefined
  const current = sent && StoredCurrent.parse(sent)
  return { ...StoredReview.parse(Item), ...(current && { current: { version: current.number, isRetired: current.isRetired } }) }
}
