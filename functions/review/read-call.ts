import * as z from 'zod'
import { readSignedCall, type SignedCall } from '../signed-call/read-signed-call.ts'
import { Reason } from '../signed-call/reason.ts'
import { Template, TemplateName } from '../template/template.ts'
import { type Refusal, refusal } from './refusals.ts'

const Version = z.int().positive()

/** What may be asked. Who asks is never a part of it: AWS says so, by the signature. */
const Call = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('submit'), template: Template }),
  z.strictObject({ action: z.literal('approve'), name: TemplateName, version: Version, reason: Reason }),
  z.strictObject({ action: z.literal('reject'), name: TemplateName, version: Version, reason: Reason }),
  z.strictObject({ action: z.literal('retire'), name: TemplateName, reason: Reason }),
])
export type Call = Readonly<z.infer<typeof Call>>

/** In bytes. A stored version lies in the table twice beside its review, in items of 400 KB at most. */
const mostBytes = 200_000

/** The levels of a call: itself, the template, its slots, one slot, the words of an enum, by locale. */
const mostLevels = 8

/**
 * Reads a call of the review's URL.
 * @returns the call with its caller, or the refusal that names every wrong field
 * @throws where AWS named no caller: the function was not reached by its URL
 */
export const readCall = (event: unknown): SignedCall<Call> | Refusal => {
  const read = readSignedCall(event, Call, { mostBytes, mostLevels })
  return 'code' in read ? refusal(read.code, read.problems) : read
}
