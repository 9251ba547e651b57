import * as z from 'zod'
import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import type { CarrierScriptInput } from '../../carrier-network/client.ts'
import type { FullScript } from '../../carrier-network/script.ts'

export const answers = ['accept', 'refuse', 'throttle', 'server-error', 'hang', 'reset'] as const
export const receipts = ['delivered', 'undelivered', 'silence'] as const

const milliseconds = z.coerce.number().int().min(0).max(60_000)

/** How one carrier behaves, as somebody sets it on the board. */
export const Dials = z.object({
  answer: z.enum(answers),
  /** Until it answers. */
  latencyMs: milliseconds,
  receipt: z.enum(receipts),
  /** From the acceptance to the receipt. */
  receiptMs: milliseconds,
  /** How often the same receipt comes. */
  times: z.coerce.number().int().min(1).max(5),
  /** Whether texts that it accepts never reach the phone. */
  loses: z.literal('on').optional(),
})
export type Dials = Readonly<z.infer<typeof Dials>>

/** A refusal that another carrier can help with, in the carrier's own words. */
const refusals: Readonly<Record<CarrierName, string>> = { sns: 'AuthorizationError', twilio: '21408' }

const callOf = (carrier: CarrierName, { answer, latencyMs: afterMs }: Dials): CarrierScriptInput['call'] =>
  answer === 'refuse' ? { fate: 'refuse', afterMs, code: refusals[carrier] } : { fate: answer, afterMs }

/** @returns what the carrier network understands */
export const scriptOf = (carrier: CarrierName, dials: Dials): CarrierScriptInput => {
  const { receipt, receiptMs: afterMs, times, loses } = dials
  return {
    call: callOf(carrier, dials),
    receipts: receipt === 'silence' ? [] : [{ status: receipt, afterMs, times }],
    ...(loses && { arrives: false }),
  }
}

/** The dials that say what a script does; what a script can and no dial can is not shown. */
export const dialsOf = (script: FullScript): Dials => {
  const last = script.receipts.findLast(({ forged }) => !forged)
  const hasFailed = last?.status === 'undelivered' || last?.status === 'failed'
  return {
    answer: script.call.fate,
    latencyMs: script.call.afterMs,
    receipt: last === undefined ? 'silence' : hasFailed ? 'undelivered' : 'delivered',
    receiptMs: last?.afterMs ?? 0,
    times: Math.min(last?.times ?? 1, 5),
    loses: script.arrives === false ? 'on' : undefined,
  }
}
