import * as z from 'zod'
import { problemsOf } from '../notification/problems-of.ts'
import { readSignedBody } from '../signed-call/read-signed-body.ts'
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

/** A call, and the caller's identity by its ARN. */
export interface SignedCall {
  readonly by: string
  readonly call: Call
}

/** In bytes. A stored version lies in the table twice beside its review, in items of 400 KB at most. */
const mostBytes = 200_000

/** The levels of a call: itself, the template, its slots, one slot, the words of an enum, by locale. */
const mostLevels = 8

/**
 * Reads a call of the review's URL.
 * @returns the call with its caller, or the refusal that names every wrong field
 * @throws where AWS named no caller: the function was not reached by its URL
 */
export const readCall = (event: unknown): SignedCall | Refusal => {
  const signed = readSignedBody(event, { mostBytes, mostLevels })
  if ('code' in signed) return refusal(signed.code, signed.problems)
  const read = Call.safeParse(signed.body)
  if (!read.success)
    return refusal(
      'invalid-call',
      problemsOf(read.error).map(({ field, problem }) => `${field} ${problem}`),
    )
  return { by: signed.by, call: read.data }
}
