import * as z from 'zod'
import { Drain } from './drain.ts'

/** One word of an operator, as the audit keeps it. */
export const DrainChange = Drain.pick({ carrier: true, country: true, reason: true, by: true }).extend({
  /** How many there have been, this one included. */
  version: z.int().positive(),
  action: z.enum(['drain', 'restore']),
  /** Until when a drain was to last. */
  until: z.iso.datetime().optional(),
  recordedAt: z.iso.datetime(),
})
export type DrainChange = Readonly<z.infer<typeof DrainChange>>
