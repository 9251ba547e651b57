import type { Recipient } from '../../recipient/recipient.ts'
import { suppressedScopes } from '../../recipient/suppressed-scopes.ts'

/** The index of those who are suppressed now, within whatever scope, by when that was said. Sparse: nobody else is in it. */
export const suppressedIndex = {
  name: 'suppressed-by-time',
  partition: 'suppressedShard',
  sort: 'suppressedAt',
  tells: ['suppressions'],
} as const

const shardOf = (recipientHash: string) => `SUPPRESSED#${recipientHash.slice(0, 1)}`

/** By the first digit of the hash: an import of a list writes to all of them alike. */
export const suppressedShards = Array.from({ length: 16 }, (_, digit) => shardOf(digit.toString(16)))

/** The index fields of a recipient: none of them where nothing is suppressed. */
export const suppressedFields = (
  recipientHash: string,
  recipient: Recipient,
): Readonly<Record<'suppressedShard' | 'suppressedAt', string | undefined>> => {
  const said = suppressedScopes(recipient).map((scope) => recipient.suppressions[scope]?.at ?? '')
  return { suppressedShard: said.length > 0 ? shardOf(recipientHash) : undefined, suppressedAt: said.sort().at(-1) }
}
