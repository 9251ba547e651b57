import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Recipient } from '../../recipient/recipient.ts'
import { hashIn } from '../keys.ts'
import type { Table } from '../table.ts'
import { suppressedIndex, suppressedShards } from './suppressed-index.ts'

const Found = Recipient.pick({ suppressions: true }).extend({ PK: z.string().transform(hashIn) })

/** Somebody who is suppressed within one scope at least, and every word on them. */
export interface Suppressed {
  readonly recipientHash: string
  readonly suppressions: Recipient['suppressions']
}

/** All who are suppressed now, page by page, those of one shard by time. The index may be a moment behind the table. */
export async function* listSuppressed({ client, name }: Pick<Table, 'client' | 'name'>): AsyncGenerator<Suppressed> {
  for (const shard of suppressedShards) {
    const query = {
      TableName: name,
      IndexName: suppressedIndex.name,
      KeyConditionExpression: '#shard = :shard',
      ExpressionAttributeNames: { '#shard': suppressedIndex.partition },
      ExpressionAttributeValues: { ':shard': shard },
    }
    for await (const { Items = [] } of paginateQuery({ client }, query))
      for (const item of Items) {
        const { PK: recipientHash, suppressions } = Found.parse(item)
        yield { recipientHash, suppressions }
      }
  }
}
