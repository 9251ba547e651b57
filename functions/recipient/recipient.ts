import * as z from 'zod'
import { kinds, scopes } from '../notification/kinds.ts'

/** Lowest first: of two words of one instant, the one that stops texts counts. */
export const suppressionStates = ['restored', 'suppressed'] as const

/**
 * The last word on whether somebody may be texted within a scope. One that restored is kept as well: an older one that comes
 * after it must not count.
 */
export const Suppression = z.object({
  state: z.enum(suppressionStates),
  /** When it was said. */
  at: z.iso.datetime(),
  /** Who told us: a carrier, or the account and source of an event, e.g. "twilio" or "111122223333/shop.accounts". */
  source: z.string(),
  reason: z.string(),
  /** Whoever gave the command, where one did: the ARN of an identity. */
  by: z.string().optional(),
})
export type Suppression = Readonly<z.infer<typeof Suppression>>

/** That somebody wants marketing: when and where they said so, and to which words. */
export const Consent = z.object({
  at: z.iso.datetime(),
  /** Where it was given, e.g. "checkout-form". */
  source: z.string(),
  /** The version of the words that they agreed to, e.g. "2026-03". */
  wording: z.string(),
  /** Who told us of it: the account and source of an event. */
  via: z.string(),
  by: z.string().optional(),
})
export type Consent = Readonly<z.infer<typeof Consent>>

/** All that is known of a recipient by a keyed hash of the number: nothing that tells who it is. */
export const Recipient = z.object({
  suppressions: z.partialRecord(z.enum(scopes), Suppression).default({}),
  consent: Consent.optional(),
  /** The notifications armed for them, by kind, oldest first, as far back as the kind's longest window. */
  frequency: z
    .partialRecord(
      z.enum(kinds),
      z.array(z.object({ id: z.string(), at: z.iso.datetime(), attempt: z.int().positive().optional() })),
    )
    .default({}),
})
export type Recipient = Readonly<z.infer<typeof Recipient>>

/** Somebody of whom nothing is known yet. */
export const stranger: Recipient = { suppressions: {}, frequency: {} }
