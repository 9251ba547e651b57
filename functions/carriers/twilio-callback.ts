import type { AttemptRef } from '../notification/attempt.ts'
import type { Receipt } from '../notification/receipt.ts'
import { attemptOf, expiryOf } from './twilio-callback-url.ts'
import { readTwilioReceipt } from './twilio-receipt.ts'
import { isSignedByTwilio, type SignedRequest } from './twilio-signature.ts'

export interface Callback extends SignedRequest {
  readonly contentType: string | undefined
}

export interface Receiver {
  /** Our account: what others do at Twilio is not our business, well signed or not. */
  readonly accountSid: string
  /** Its auth tokens: two while one is rotated. */
  readonly tokens: readonly string[]
  readonly now: Date
}

/** Why a callback is refused, and by which HTTP status. */
export const refusalStatus = { oversized: 413, forged: 401, expired: 403, foreign: 403, malformed: 400 } as const
type Refusal = keyof typeof refusalStatus

export type CallbackReading =
  | { readonly ok: true; readonly attempt: AttemptRef; readonly receipt: Receipt | undefined }
  | { readonly ok: false; readonly status: (typeof refusalStatus)[Refusal]; readonly reason: Refusal }

const refuse = (reason: Refusal): CallbackReading => ({ ok: false, status: refusalStatus[reason], reason })

/** In bytes, characters and fields. Twilio's own are a tenth of it; more would be read and hashed before anything is known of the sender. */
const mostBody = 16 * 1024
const mostUrl = 1024
const mostFields = 200

const isOversized = ({ url, body }: Callback) =>
  url.length > mostUrl || Buffer.byteLength(body) > mostBody || body.split('&', mostFields + 1).length > mostFields

const isForm = (contentType: string | undefined) => /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')

const readStatement = ({ url, body, contentType }: Callback, accountSid: string): CallbackReading => {
  if (!isForm(contentType)) return refuse('malformed')
  const form = new URLSearchParams(body)
  if (form.get('AccountSid') !== accountSid) return refuse('foreign')
  const attempt = attemptOf(url)
  const receipt = readTwilioReceipt(form)
  return attempt === undefined || receipt === 'malformed' ? refuse('malformed') : { ok: true, attempt, receipt }
}

/**
 * Reads a status callback of Twilio: nothing of it is believed before its signature is, and nothing after its URL has expired.
 * @returns the attempt and what is said of it (undefined: nothing new), or why it is refused
 */
export const readCallback = (callback: Callback, { accountSid, tokens, now }: Receiver): CallbackReading => {
  if (isOversized(callback)) return refuse('oversized')
  if (!isSignedByTwilio(callback, tokens)) return refuse('forged')
  const expiry = expiryOf(callback.url)
  if (expiry === undefined) return refuse('malformed')
  return now >= expiry ? refuse('expired') : readStatement(callback, accountSid)
}
