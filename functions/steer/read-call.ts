import * as z from 'zod'
import { CarrierName } from '../notification/carrier-name.ts'
import { CountryCode } from '../notification/country-code.ts'
import { readSignedCall, type SignedCall } from '../signed-call/read-signed-call.ts'
import { Reason } from '../signed-call/reason.ts'
import { type Refusal, refusal } from './refusals.ts'

const hour = 3_600

/** In seconds. A drain that nobody remembers ends all the same. */
const usualDrain = 2 * hour
export const longestDrain = 7 * 24 * hour

/** What may be asked. Who asks is never a part of it: AWS says so, by the signature. */
const Call = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('drain'),
    carrier: CarrierName,
    country: CountryCode.optional(),
    seconds: z.int().min(1).max(longestDrain).default(usualDrain),
    reason: Reason,
  }),
  z.strictObject({ action: z.literal('restore'), carrier: CarrierName, country: CountryCode.optional(), reason: Reason }),
])
export type Call = Readonly<z.infer<typeof Call>>

/** As it is posted. */
export type SteerCall = Readonly<z.input<typeof Call>>

/** A reason of 500 characters, each of four bytes or written as an escape, and little else. */
const limits = { mostBytes: 10_000, mostLevels: 2 }

/**
 * Reads a call of the steering's URL.
 * @returns the call with its caller, or the refusal that names every wrong field
 * @throws where AWS named no caller: the function was not reached by its URL
 */
export const readCall = (event: unknown): SignedCall<Call> | Refusal => {
  const read = readSignedCall(event, Call, limits)
  return 'code' in read ? refusal(read.code, read.problems) : read
}
