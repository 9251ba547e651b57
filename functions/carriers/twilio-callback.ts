import type { AttemptRef } from '../notification/attempt.ts'
import type { Receipt } from '../notification/receipt.ts'
import { attemptOf, expiryOf } from './twilio-callback-url.ts'
import { readTwilioReceipt } from './twilio-receipt.ts'
import { type Refused, refuse, refuseUnsigned, signedForm, type TwilioRequest } from './twilio-request.ts'

export interface Receiver {
  /** Our account. */
  readonly accountSid: string
  /** Its auth tokens: two while one is rotated. */
  readonly tokens: readonly string[]
  readonly now: Date
}

export type CallbackReading = { readonly ok: true; readonly attempt: AttemptRef; readonly receipt: Receipt | undefined } | Refused

const readStatement = (callback: TwilioRequest, accountSid: string): CallbackReading => {
  const form = signedForm(callback, accountSid)
  if ('ok' in form) return form
  const attempt = attemptOf(callback.url)
  const receipt = readTwilioReceipt(form)
  return attempt === undefined || receipt === 'malformed' ? refuse('malformed') : { ok: true, attempt, receipt }
}

/**
 * Reads a status callback of Twilio: nothing of it is believed before its signature is, and nothing after its URL has expired.
 * @returns the attempt and what is said of it (undefined: nothing new), or why it is refused
 */
export const readCallback = (callback: TwilioRequest, { accountSid, tokens, now }: Receiver): CallbackReading => {
  const unsigned = refuseUnsigned(callback, tokens)
  if (unsigned) return unsigned
  const expiry = expiryOf(callback.url)
  if (expiry === undefined) return refuse('malformed')
  return now >= expiry ? refuse('expired') : readStatement(callback, accountSid)
}
