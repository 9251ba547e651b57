import * as z from 'zod'
import { PolicyAnswer } from '../policy/policy-answer.ts'
import { Attempt } from './attempt.ts'
import { CarrierName } from './carrier-name.ts'
import { Cancelled, Confirmed } from './intervention.ts'
import { kinds } from './kinds.ts'
import { Next } from './next.ts'
import { outcomes } from './outcome.ts'

/**
 * Chosen by the requester; its idempotency key and the execution's name, hence the characters.
 * @example "shop-order-4711-shipped"
 */
export const NotificationId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of the characters A-Z a-z 0-9 . _ -')

/** What validation decides once. The text itself is personal and lies apart. */
export const Plan = z.object({
  version: z.int().positive(),
  locale: z.string(),
  country: z.string().length(2),
  encoding: z.enum(['GSM 03.38', 'UCS-2']),
  parts: z.int().positive(),
  /** US dollars for all parts, by each carrier whose price is known. */
  prices: z.partialRecord(CarrierName, z.number().nonnegative()).optional(),
  /** The name that the template asks to be sent by. */
  senderId: z.string().optional(),
  /** From this instant on nothing is sent. */
  validUntil: z.iso.datetime(),
})
export type Plan = Readonly<z.infer<typeof Plan>>

/** One request to tell one recipient one thing, and all that became of it. Holds no personal data. */
export const Notification = z.object({
  notificationId: NotificationId,
  /** Keyed hash of the request's meaningful fields. */
  fingerprint: z.string(),
  /** Keyed hash of the recipient's number. */
  recipientHash: z.string(),
  /** Which key both hashes were made with. */
  hashKeyId: z.string(),
  template: z.string(),
  locale: z.string().optional(),
  /** The request event's own time. */
  requestedAt: z.iso.datetime(),
  /** The recipient's, where the request names it. */
  timeZone: z.string().optional(),
  sendAfter: z.iso.datetime().optional(),
  expiresAt: z.iso.datetime().optional(),
  kind: z.enum(kinds).optional(),
  plan: Plan.optional(),
  next: Next.optional(),
  /** How often Fall back has decided. */
  passes: z.int().nonnegative(),
  /** By number: the first is attempt 1. */
  attempts: z.array(Attempt),
  /** What the rules of policy said when they were asked last. */
  policy: z.array(PolicyAnswer).optional(),
  /** The task that waits for the attempt, to be resumed by `settle`. */
  waiting: z.object({ attempt: z.int().positive(), token: z.string() }).optional(),
  /** Why `send` would not arm: Fall back takes it as the outcome and does not judge again. */
  stopped: z.object({ outcome: z.enum(outcomes), reason: z.string() }).optional(),
  /** Until when policy would not let `send` arm: Fall back holds until then. */
  heldUntil: z.iso.datetime().optional(),
  cancelled: Cancelled.optional(),
  confirmed: Confirmed.optional(),
  outcome: z.enum(outcomes).optional(),
  /** Why this outcome: a code, e.g. "opted-out". */
  reason: z.string().optional(),
  /** The code in a sentence, where there is more to say; without any value from the request. */
  explanation: z.string().optional(),
  endedAt: z.iso.datetime().optional(),
})
export type Notification = Readonly<z.infer<typeof Notification>>

/** What is personal in a notification, kept for a shorter time. */
export const Person = z.object({
  to: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  text: z.string().optional(),
})
export type Person = Readonly<z.infer<typeof Person>>
