import { Fault } from '../../notification/fault.ts'
import { scopes } from '../../notification/kinds.ts'
import type { Recipient } from '../../recipient/recipient.ts'
import { changeKey } from '../keys.ts'
import type { Table } from '../table.ts'
import { wasWritten } from '../transaction.ts'
import { recipientUpdate } from './recipient-update.ts'
import { readStoredRecipient, type StoredRecipient } from './stored-recipient.ts'

/** What a word makes of a recipient as it is now: the very same where it says nothing new. It may be asked more than once. */
export type RecipientRule = (recipient: Recipient) => Recipient

/** Changes what is known of a recipient, and keeps what changed, and when, for the audit. Not the frequency: that is written at arming. */
export type ChangeRecipient = (recipientHash: string, rule: RecipientRule, now: Date) => Promise<'changed' | 'as it was'>

/** More than a person has words at once; then something is wrong. */
const mostTries = 30

/** The words that are new. */
const changesBetween = (before: Recipient, after: Recipient) => ({
  suppressions: Object.fromEntries(
    scopes
      .filter((scope) => after.suppressions[scope] !== before.suppressions[scope])
      .map((scope) => [scope, after.suppressions[scope]]),
  ),
  ...(after.consent !== before.consent && { consent: after.consent }),
})

/** Both items in one transaction, so that nothing changes without a trace; false when somebody else was first. */
const write = (
  { client, name }: Table,
  before: StoredRecipient,
  after: Recipient,
  mark: string,
  recordedAt: string,
): Promise<boolean> => {
  const Update = recipientUpdate(name, before, after, { mark, ttl: undefined })
  const Item = {
    ...changeKey(before.recipientHash, recordedAt, mark),
    ...changesBetween(before.recipient, after),
    recordedAt,
    version: before.version + 1,
  }
  const Put = { TableName: name, Item, ConditionExpression: 'attribute_not_exists(PK)' }
  return wasWritten({ client }, [{ Update }, { Put }])
}

export const changeRecipient =
  (table: Table): ChangeRecipient =>
  async (recipientHash, rule, now) => {
    const mark = table.newMark()
    for (let tries = 0; tries < mostTries; tries++) {
      const stored = await readStoredRecipient(table, recipientHash)
      if (stored.mark === mark) return 'changed' // written, though the reply was lost
      const after = rule(stored.recipient)
      if (after === stored.recipient) return 'as it was'
      if (await write(table, stored, after, mark, now.toISOString())) return 'changed'
      await table.pause()
    }
    throw new Fault(`a recipient changed ${mostTries} times while it was judged`)
  }
