import { kinds, scopes } from '../notification/kinds.ts'
import { type Recipient, stranger } from './recipient.ts'
import { recordConsent } from './record-consent.ts'
import { withSuppression } from './with-suppression.ts'

type Frequency = Recipient['frequency']

/** Each notification once, as of its first attempt: one may have been armed by either key. */
const mergeFrequency = (one: Frequency, other: Frequency): Frequency => {
  const merged: Frequency = {}
  for (const kind of kinds) {
    const inOrder = [...(one[kind] ?? []), ...(other[kind] ?? [])].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    const first = new Map(inOrder.toReversed().map((armed) => [armed.id, armed]))
    if (first.size > 0) merged[kind] = inOrder.filter((armed) => first.get(armed.id) === armed)
  }
  return merged
}

const mergeTwo = (one: Recipient, other: Recipient): Recipient => {
  let merged: Recipient = { ...one, frequency: mergeFrequency(one.frequency, other.frequency) }
  for (const scope of scopes) {
    const word = other.suppressions[scope]
    if (word) merged = withSuppression(merged, scope, word)
  }
  return other.consent ? recordConsent(merged, other.consent) : merged
}

/**
 * One recipient of those that are the same person by different keys of the hashes: what was said under a former key counts, until a
 * later word under any key.
 */
export const mergeRecipients = (recipients: readonly Recipient[]): Recipient => recipients.reduce(mergeTwo, stranger)
