import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Recipient } from '../../recipient/recipient.ts'
import { recipientKey } from '../keys.ts'
import type { RecipientNow } from './read-recipient.ts'
import { recipientUpdate } from './recipient-update.ts'

/** A recipient that a change of a notification relies on: it must still be as it was read. */
export interface ReliedOn {
  readonly before: RecipientNow
  /** What it becomes in the same write; the very same where it only has to be unchanged. */
  readonly after: Recipient
  /** Until when it is of interest; left out for whoever has said something, which is kept for good. */
  readonly keepUntil?: Date
}

export type Member = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** The recipient's part of a transaction. */
export const reliedOnMember = (TableName: string, { before, after, keepUntil }: ReliedOn, mark: string): Member => {
  const { recipientHash, version, recipient } = before
  const ttl = keepUntil && Math.ceil(keepUntil.getTime() / 1000)
  if (after !== recipient) return { Update: recipientUpdate(TableName, before, after, { mark, ttl }) }
  const isUnchanged =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          ConditionExpression: '#version = :unchanged',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':unchanged': version },
        }
  return { ConditionCheck: { TableName, Key: recipientKey(recipientHash), ...isUnchanged } }
}
