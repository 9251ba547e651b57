import type { Hashers } from '../notification/hash-keys.ts'
import { hashRecipient } from '../notification/hasher.ts'
import type { Kind, Kinds } from '../notification/kinds.ts'
import { mergeRecipients } from '../recipient/merge-recipients.ts'
import { suppressedScopes } from '../recipient/suppressed-scopes.ts'
import type { ReadRecipient, RecipientNow } from '../record/recipient/read-recipient.ts'
import type { Facts } from './facts.ts'
import type { QuietHours } from './quiet/quiet-hours.ts'

/** What a deployment says of policy, and where its records are read. */
export interface Dependencies {
  readonly readRecipient: ReadRecipient
  readonly loadHashers: () => Promise<Hashers>
  readonly kinds: Kinds
  readonly quietHours: QuietHours
}

/** What is to be judged. */
export interface Subject extends Pick<Facts, 'notificationId' | 'country' | 'timeZone' | 'sendAfter' | 'validUntil' | 'parts'> {
  readonly kind: Kind
  /** E.164 */
  readonly to: string
}

/** The facts, and the recipient under every key as it was read for them: the current key first. */
export interface Gathered {
  readonly facts: Facts
  readonly recipients: readonly RecipientNow[]
}

/** @param reserved parts of the day's budget that are not to be had any more */
export type GatherFacts = (subject: Subject, reserved: number) => Promise<Gathered>

export const gatherFacts =
  ({ readRecipient, loadHashers, kinds, quietHours }: Dependencies): GatherFacts =>
  async ({ kind, to, ...subject }, reserved) => {
    const hashers = await loadHashers()
    const recipients = await readRecipient(hashers.map((hasher) => hashRecipient(hasher, to)))
    const recipient = mergeRecipients(recipients.map((one) => one.recipient))
    const { suppressedBy, needsConsent, keepsQuietHours, frequency, budgetParts } = kinds[kind]
    return {
      recipients,
      facts: {
        ...subject,
        ...{ suppressedBy, needsConsent, keepsQuietHours, frequency, budgetParts, quietHours, reserved },
        suppressed: suppressedScopes(recipient),
        hasConsent: recipient.consent !== undefined,
        counted: recipient.frequency[kind] ?? [],
      },
    }
  }
