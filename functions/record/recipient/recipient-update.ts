import type { Recipient } from '../../recipient/recipient.ts'
import { recipientKey } from '../keys.ts'
import { setting } from '../setting.ts'
import type { RecipientNow } from './read-recipient.ts'
import { suppressedFields } from './suppressed-index.ts'

/** How a write marks what it leaves. */
interface Writing {
  readonly mark: string
  /**
   * Whole seconds since 1970; undefined for whoever has said something: suppressions and consent are kept for good. Left out, it stays
   * as it is.
   */
  readonly ttl?: number | undefined
}

const parts = ['suppressions', 'consent', 'frequency'] as const

const changedParts = (before: Recipient, after: Recipient) =>
  parts.filter((part) => before[part] !== after[part]).map((part) => [part, after[part]] as const)

/**
 * The update of a recipient, alone or in a transaction, on the condition that nobody wrote since it was read. Only what changed is
 * written, so what a newer version of this code keeps beside it stays.
 */
export const recipientUpdate = (TableName: string, before: RecipientNow, after: Recipient, writing: Writing) => {
  const { recipientHash, version, recipient } = before
  const own = { ...suppressedFields(recipientHash, after), version: version + 1, ...writing }
  const { ExpressionAttributeValues, ...update } = setting(
    new Map<string, unknown>([...changedParts(recipient, after), ...Object.entries(own)]),
  )
  const isNew = version === 0
  return {
    TableName,
    Key: recipientKey(recipientHash),
    ...update,
    ConditionExpression: isNew ? 'attribute_not_exists(PK)' : '#version = :unchanged',
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ...(!isNew && { ':unchanged': version }) },
  }
}
