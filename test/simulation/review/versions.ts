import * as z from 'zod'
import { Notification } from '../../../functions/notification/notification.ts'
import { Review } from '../../../functions/template/review/review.ts'
import type { Item } from '../dynamo/value.ts'
import type { Tables } from '../small-worlds/tables.ts'

/** A version as it lies in the table. */
const Stored = z.object({ review: Review, token: z.string().optional(), version: z.unknown() })
export type Stored = z.infer<typeof Stored>

const Current = z.object({ number: z.int(), isRetired: z.boolean() })

/** What a table holds, read. */
export interface Read {
  readonly versions: ReadonlyMap<number, Stored>
  readonly sent: z.infer<typeof Current> | undefined
  readonly notification: Notification | undefined
}

export const isVersion = ({ SK }: Item): boolean => String(SK).startsWith('V#')

const read = (items: readonly Item[]): Read => {
  const versions = items.filter(isVersion).map((item) => Stored.parse(item))
  const current = items.find(({ SK }) => SK === 'CURRENT')
  const notification = items.find(({ SK }) => SK === 'NOTIFICATION')
  return {
    versions: new Map(versions.map((one) => [one.review.version, one])),
    sent: current && Current.parse(current),
    notification: notification && Notification.parse(notification),
  }
}

const known = new WeakMap<Tables, Map<number, Read>>()

/** What the table of this number holds; each is read once. */
export const readTable = (tables: Tables, table: number): Read => {
  const reads = known.get(tables) ?? new Map<number, Read>()
  known.set(tables, reads)
  const found = reads.get(table) ?? read(tables.itemsOf(table))
  reads.set(table, found)
  return found
}
