import * as z from 'zod'
import { kinds, longestValidity, type KindOverrides as Overrides, scopes } from './kinds.ts'

const Count = z.int().positive()

/** Each text to a recipient is remembered for as long as it counts. */
export const mostCounted = { most: 100, seconds: 31 * 86_400 } as const

const Frequency = z.strictObject({ most: Count.max(mostCounted.most), seconds: Count.max(mostCounted.seconds) })

/** What a deployment may say of a kind, each on its own; how they go together is judged where all of them are known. */
const Override = z
  .strictObject({
    validForSeconds: Count.max(longestValidity),
    awaitsReceipt: z.boolean(),
    receiptWaitSeconds: Count,
    urgent: z.boolean(),
    resendsOnSilence: z.boolean(),
    mostPossiblySent: Count,
    mostParts: z.never('must stay as it is: templates are checked against it before a deployment is known'),
    mostPriceUsd: z.number().positive(),
    isTransactional: z.boolean(),
    suppressedBy: z.array(z.enum(scopes)),
    needsConsent: z.boolean(),
    keepsQuietHours: z.boolean(),
    frequency: z.array(Frequency),
    budgetParts: Count,
    countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters')).min(1),
  })
  .partial()

/** A function's environment holds 4 KB in all, half of which quiet hours may take. */
const mostCharacters = 1_000

/** Single values of the table of kinds, as a configuration and a function's environment hold them. */
export const KindOverrides = z
  .partialRecord(z.enum(kinds), Override)
  .refine(
    (overrides) => JSON.stringify(overrides).length <= mostCharacters,
    `must be at most ${mostCharacters} characters as JSON`,
  ) satisfies z.ZodType<Overrides>
