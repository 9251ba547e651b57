import { hashRecipient } from '../../functions/notification/hasher.ts'
import { mergeRecipients } from '../../functions/recipient/merge-recipients.ts'
import type { Recipient } from '../../functions/recipient/recipient.ts'
import { listChanges, type RecipientChange } from '../../functions/record/recipient/list-changes.ts'
import { readRecipient } from '../../functions/record/recipient/read-recipient.ts'
import { readHashers } from '../read-hashers.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'

/** What a deployment knows of somebody, by every key of the hashes. */
export interface KnownOf {
  readonly now: () => Promise<Recipient>
  /** Every word, the oldest first. */
  readonly changes: () => Promise<readonly RecipientChange[]>
}

/** @param number in E.164 */
export const knownOf = async (target: Target, number: string): Promise<KnownOf> => {
  const table = tableOf(target)
  const hashes = (await readHashers(target)).map((hasher) => hashRecipient(hasher, number))
  return {
    now: async () => mergeRecipients((await readRecipient(table)(hashes)).map(({ recipient }) => recipient)),
    changes: async () => {
      const all = await Promise.all(hashes.map((hash) => Array.fromAsync(listChanges(table, hash))))
      return all.flat().toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    },
  }
}
