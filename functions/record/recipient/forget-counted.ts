import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AttemptRef } from '../../notification/attempt.ts'
import { Fault } from '../../notification/fault.ts'
import type { Kind } from '../../notification/kinds.ts'
import { withoutCounted } from '../../policy/counted.ts'
import { isRefused } from '../refused.ts'
import type { Table } from '../table.ts'
import { recipientUpdate } from './recipient-update.ts'
import { readStoredRecipient } from './stored-recipient.ts'

/** Takes a notification of which nothing was sent out of those that its recipient had, by the attempt that counted it last. */
export type ForgetCounted = (recipientHash: string, kind: Kind, attempt: AttemptRef) => Promise<void>

const mostTries = 30

export const forgetCounted =
  (table: Table): ForgetCounted =>
  async (recipientHash, kind, attempt) => {
    const mark = table.newMark()
    for (let tries = 0; tries < mostTries; tries++) {
      const before = await readStoredRecipient(table, recipientHash)
      const counted = before.recipient.frequency[kind] ?? []
      const left = [...withoutCounted(counted, attempt)]
      if (left.length === counted.length) return
      const after = { ...before.recipient, frequency: { ...before.recipient.frequency, [kind]: left } }
      try {
        await table.client.send(new UpdateCommand(recipientUpdate(table.name, before, after, { mark })))
        return
      } catch (error) {
        if (!isRefused(error)) throw error
      }
      await table.pause()
    }
    throw new Fault(`a recipient changed ${mostTries} times while a notification was forgotten`)
  }
