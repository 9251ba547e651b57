import * as z from 'zod'
import { CarrierName } from './carrier-name.ts'
import { Failure } from './failure.ts'

/** What a carrier can say. */
export const carriersEvidences = ['network', 'handset'] as const

/** Lowest first: a handset's own word outweighs the network's, and that the recipient acted outweighs both. */
export const evidences = [...carriersEvidences, 'recipient'] as const

/** What a carrier charged, in units of `currency`, e.g. { amount: 0.00645, currency: 'USD' }. */
export const Price = z.object({ amount: z.number().nonnegative(), currency: z.string() })
export type Price = Readonly<z.infer<typeof Price>>

/** A carrier's later statement about one of its messages, in our words and without personal data. */
export const Receipt = z.object({
  carrier: CarrierName,
  messageId: z.string(),
  status: z.enum(['sent', 'undelivered', 'delivered']),
  evidence: z.enum(carriersEvidences).optional(),
  failure: Failure.optional(),
  /** The carrier's own words where our table has none for them, without a person's digits. */
  unclassified: z.string().optional(),
  parts: z.int().nonnegative().optional(),
  price: Price.optional(),
  /** The carrier's own time, as it wrote it: it tells two statements apart and is compared with no other clock. */
  at: z.string().optional(),
})
export type Receipt = Readonly<z.infer<typeof Receipt>>
