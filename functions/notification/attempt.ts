import * as z from 'zod'
import { CarrierName } from './carrier-name.ts'
import { Failure } from './failure.ts'
import { evidences, Price } from './receipt.ts'

/** What receipts say of an attempt. Lowest first: a status only moves up. */
export const attemptStatuses = ['armed', 'accepted', 'sent', 'undelivered', 'delivered'] as const

/** What the carrier's call said. `unknown`: the text may have been sent, and nothing tells. */
export const Answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accepted'), messageId: z.string().min(1) }),
  /** `retryAfterSeconds`: how long the carrier wants to be left alone. */
  z.object({
    type: z.literal('notSent'),
    failure: Failure,
    retryAfterSeconds: z.int().nonnegative().optional(),
    /** The carrier's own code where our table has none for it. */
    unclassified: z.string().optional(),
  }),
  z.object({ type: z.literal('unknown'), reason: z.string() }),
])
export type Answer = Readonly<z.infer<typeof Answer>>

/** One handing of one notification to one carrier: at most one request, ever. */
export const Attempt = z.object({
  number: z.int().positive(),
  carrier: CarrierName,
  /** Random, one per invocation of `send`: it recognises its own write when the reply was lost. */
  mark: z.string(),
  armedAt: z.iso.datetime(),
  /** The end of the wait for a receipt. */
  deadline: z.iso.datetime(),
  status: z.enum(attemptStatuses),
  answer: Answer.optional(),
  answeredAt: z.iso.datetime().optional(),
  /** Whether its wait is over. */
  closed: z.boolean(),
  evidence: z.enum(evidences).optional(),
  failure: Failure.optional(),
  parts: z.int().nonnegative().optional(),
  price: Price.optional(),
  deliveredAt: z.iso.datetime().optional(),
})
export type Attempt = Readonly<z.infer<typeof Attempt>>

/** Names an attempt outside its notification, e.g. "shop-order-4711/1". */
export const AttemptRef = z.object({ notificationId: z.string(), attempt: z.int().positive() })
export type AttemptRef = Readonly<z.infer<typeof AttemptRef>>

export const isDelivered = (attempt: Attempt) => attempt.status === 'delivered'

/** Armed, and not known to have failed: the recipient may have the text, or may still get it. */
export const isPossiblySent = (attempt: Attempt) => attempt.answer?.type !== 'notSent' && attempt.status !== 'undelivered'

/** A receipt lifts the status; that the recipient acted is no word of a carrier. */
export const hasReceipt = ({ status, evidence }: Attempt) =>
  status === 'sent' || status === 'undelivered' || (status === 'delivered' && evidence !== 'recipient')

/** A carrier said that it took the text, by its answer or by a receipt where the answer was lost. */
export const isTaken = (attempt: Attempt) => attempt.answer?.type === 'accepted' || hasReceipt(attempt)

/** It may still arrive, and its wait is not over. */
export const isUnderWay = (attempt: Attempt) => isPossiblySent(attempt) && !attempt.closed

/** The carrier's answer is unknown, and no receipt has told since: `accepted` is an answer's word, here one that proved worthless. */
export const isUnresolved = ({ answer, status }: Attempt) =>
  answer?.type === 'unknown' && (status === 'armed' || status === 'accepted')

/** Why the attempt is known to have failed, if it is. */
export const failureOf = (attempt: Attempt): Failure | undefined =>
  attempt.answer?.type === 'notSent' ? attempt.answer.failure : attempt.status === 'undelivered' ? attempt.failure : undefined
