import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import { readSignedCall, type SignedCall } from '../signed-call/read-signed-call.ts'
import { type Refusal, refusal } from './refusals.ts'

/** Whose number, parameters and text. Who asks is never a part of it: AWS says so, by the signature. */
const Call = z.strictObject({ notificationId: NotificationId })
export type Call = Readonly<z.infer<typeof Call>>

/** An id of 64 characters, each written as an escape, and little else. */
const limits = { mostBytes: 1_000, mostLevels: 1 }

/**
 * Reads a call of the URL of `reveal`.
 * @returns the call with its caller, or the refusal that names every wrong field
 * @throws where AWS named no caller: the function was not reached by its URL
 */
export const readCall = (event: unknown): SignedCall<Call> | Refusal => {
  const read = readSignedCall(event, Call, limits)
  return 'code' in read ? refusal(read.code, read.problems) : read
}
