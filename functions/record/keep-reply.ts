import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { CarrierName } from '../notification/carrier-name.ts'
import type { Reply } from '../recipient/read-reply.ts'
import { replyKey } from './keys.ts'
import type { Table } from './table.ts'

/**
 * Keeps for good that somebody asked for something by a text, and tells when the text first came: its carrier may bring it again, and
 * whoever recorded it may replay it, whatever was said since.
 */
export type KeepReply = (
  text: { readonly carrier: CarrierName; readonly messageId: string; readonly asks: Reply },
  now: Date,
) => Promise<Date>

const Kept = z.object({ at: z.iso.datetime() })

export const keepReply =
  ({ client, name }: Table): KeepReply =>
  async ({ carrier, messageId, asks }, now) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: name,
        Key: replyKey(carrier, messageId),
        UpdateExpression: 'SET #at = if_not_exists(#at, :at), #asks = if_not_exists(#asks, :asks)',
        ExpressionAttributeNames: { '#at': 'at', '#asks': 'asks' },
        ExpressionAttributeValues: { ':at': now.toISOString(), ':asks': asks },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return new Date(Kept.parse(Attributes).at)
  }
