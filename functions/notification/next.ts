import * as z from 'zod'
import { CarrierName } from './carrier-name.ts'
import { outcomes } from './outcome.ts'

/** Those that operators had drained when it was decided; the one that sends is among them only where no other could be had. */
const drained = z.array(CarrierName).readonly().optional()

/** The decision to hand the next attempt to a carrier. */
export const SendNext = z.object({
  decision: z.literal('send'),
  /** The number the attempt will have: those armed so far plus one. */
  attempt: z.int().positive(),
  carrier: CarrierName,
  /** Else the carrier's acceptance ends the notification. */
  awaitReceipt: z.boolean(),
  waitSeconds: z.int().positive(),
  drained,
})
export type SendNext = Readonly<z.infer<typeof SendNext>>

/** To wait, and then to be judged anew by Validate: carrier and number of the attempt stay. */
const HoldNext = z.object({
  decision: z.literal('hold'),
  attempt: z.int().positive(),
  carrier: CarrierName,
  until: z.iso.datetime(),
  /** What for, e.g. "quiet-hours"; holds that an earlier version decided have none. */
  reason: z.string().optional(),
  drained,
})
export type HoldNext = Readonly<z.infer<typeof HoldNext>>

const StopNext = z.object({ decision: z.literal('stop'), outcome: z.enum(outcomes), reason: z.string() })

/** What the workflow does next: written by Validate and Fall back, read by its one choice. Ids and decisions only. */
export const Next = z.discriminatedUnion('decision', [SendNext, HoldNext, StopNext])
export type Next = Readonly<z.infer<typeof Next>>
