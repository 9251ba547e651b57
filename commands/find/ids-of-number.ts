import { hashRecipient } from '../../functions/notification/hasher.ts'
import { findOfRecipient } from '../../functions/record/find-of-recipient.ts'
import { readHashers } from '../read-hashers.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'

/**
 * The ids of what was requested for a number, by every key of the hashes that is known: a record is found by the key that it was
 * written with. The keys are taken from the present one back, and of each the latest comes first.
 */
export async function* idsOfNumber(target: Target, number: string, since?: Date): AsyncGenerator<string> {
  const ofRecipient = findOfRecipient(tableOf(target))
  for (const hasher of await readHashers(target)) yield* ofRecipient(hashRecipient(hasher, number), since)
}
