import * as z from 'zod'
import { e164 } from '../notification/e164.ts'
import { Instant } from '../notification/instant.ts'
import { scopes } from '../notification/kinds.ts'
import { revealsNumber } from '../request/reveals-number.ts'
import { saidBy } from '../request/said-by.ts'

/** Words that are kept for good, so they are short, on one line, and nobody's text. Digits of other scripts would hide a number in them. */
const words = z
  .string()
  .regex(/^[\p{L}0-9][\p{L}0-9 .,:;/()_'-]{0,99}$/u, 'must be 1 to 100 letters, digits and marks, on one line')

const to = z.string().regex(e164, 'must be a number as E.164 writes it').describe('The recipient in E.164, e.g. "+14155550123".')
const scope = z.enum(scopes).describe('"all" for every text, "marketing" for marketing alone.')
const reason = words.describe('Why, in few words: it is kept for the audit.')

/** What is kept must not hold the number that it is about. */
const withoutNumber =
  <Name extends string>(...kept: readonly Name[]) =>
  (detail: Readonly<Record<Name | 'to', string>>, context: z.RefinementCtx) => {
    for (const name of kept)
      if (revealsNumber(detail[name], detail.to))
        context.addIssue({ code: 'custom', path: [name], message: 'must not hold the number' })
  }

export const SuppressRecipient = z
  .strictObject({
    to,
    scope,
    reason,
    at: Instant.optional().describe('When the recipient said so, where that was before the event, as in an imported list.'),
    by: saidBy,
  })
  .superRefine(withoutNumber('reason'))

export const RestoreRecipient = z.strictObject({ to, scope, reason, by: saidBy }).superRefine(withoutNumber('reason'))

export const ConsentRecorded = z
  .strictObject({
    to,
    source: words.describe('Where the recipient agreed, e.g. "checkout-form".'),
    at: Instant.describe('When the recipient agreed.'),
    wording: words.describe('The version of the words that the recipient agreed to, e.g. "2026-03".'),
    by: saidBy,
  })
  .superRefine(withoutNumber('source', 'wording'))

export type SuppressRecipient = Readonly<z.infer<typeof SuppressRecipient>>
export type RestoreRecipient = Readonly<z.infer<typeof RestoreRecipient>>
export type ConsentRecorded = Readonly<z.infer<typeof ConsentRecorded>>

/** The detail-types that the queue of permissions takes. */
export const permissionTypes = ['Suppress Recipient', 'Restore Recipient', 'Consent Recorded'] as const
