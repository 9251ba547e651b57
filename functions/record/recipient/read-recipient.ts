import type { Table } from '../table.ts'
import { readStoredRecipient, type StoredRecipient } from './stored-recipient.ts'

/** A recipient as it is now under one key of the hashes, and the version on whose condition something may be written that relies on it. */
export type RecipientNow = Pick<StoredRecipient, 'recipientHash' | 'version' | 'recipient'>

/**
 * One person under every known key of the hashes, strongly consistent: what was said under a former key still counts. They are read
 * one by one, so what relies on all of them asks for each to be as it was.
 */
export type ReadRecipient = (recipientHashes: readonly string[]) => Promise<readonly RecipientNow[]>

export const readRecipient =
  (table: Pick<Table, 'client' | 'name'>): ReadRecipient =>
  (recipientHashes) =>
    Promise.all(recipientHashes.map((recipientHash) => readStoredRecipient(table, recipientHash)))
