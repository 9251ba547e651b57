import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Receipt } from '../notification/receipt.ts'
import { attemptIn, receiptsOf } from './keys.ts'
import type { Table } from './table.ts'

const Kept = Receipt.extend({ SK: z.string(), receivedAt: z.iso.datetime() })

/** A carrier's statement as it was kept: of which attempt, and when it first came. */
export interface KeptReceipt extends Receipt {
  readonly attempt: number
  readonly receivedAt: string
}

/** All that carriers stated of a notification, by attempt. Strongly consistent. */
export async function* listReceipts({ client, name }: Pick<Table, 'client' | 'name'>, id: string): AsyncGenerator<KeptReceipt> {
  const query = {
    TableName: name,
    KeyConditionExpression: 'PK = :notification AND begins_with(SK, :receipt)',
    ExpressionAttributeValues: receiptsOf(id),
    ConsistentRead: true,
  }
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const item of Items) {
      const { SK, ...receipt } = Kept.parse(item)
      yield { ...receipt, attempt: attemptIn(SK) }
    }
}
