import type { TwilioAccount } from './twilio-account.ts'
import { isSignedByTwilio, type SignedRequest } from './twilio-signature.ts'

/** A request of Twilio to one of our URLs: a status callback, or a text that somebody sent to us. */
export interface TwilioRequest extends SignedRequest {
  readonly contentType: string | undefined
}

/** Why a request is refused, and by which HTTP status. */
export const refusalStatus = {
  oversized: 413,
  forged: 401,
  misSigned: 401,
  expired: 403,
  foreign: 403,
  malformed: 400,
} as const
export type Refusal = keyof typeof refusalStatus

export interface Refused {
  readonly ok: false
  readonly status: (typeof refusalStatus)[Refusal]
  readonly reason: Refusal
}

export const refuse = (reason: Refusal): Refused => ({ ok: false, status: refusalStatus[reason], reason })

/** By which a request may be signed: two while the account's token is rotated. */
export const tokensOf = ({ authToken, formerAuthToken }: TwilioAccount): readonly string[] =>
  formerAuthToken ? [authToken, formerAuthToken] : [authToken]

/** In bytes, characters and fields. Twilio's own are a tenth of it; more would be read and hashed before anything is known of the sender. */
const mostBody = 16 * 1024
const mostUrl = 1024
const mostFields = 200

const isOversized = ({ url, body }: TwilioRequest) =>
  url.length > mostUrl || Buffer.byteLength(body) > mostBody || body.split('&', mostFields + 1).length > mostFields

/** Asked first: nothing of a request is believed, nor parsed, before its signature is. */
export const refuseUnsigned = (request: TwilioRequest, tokens: readonly string[]): Refused | undefined => {
  if (isOversized(request)) return refuse('oversized')
  return isSignedByTwilio(request, tokens) ? undefined : refuse('forged')
}

const isForm = (contentType: string | undefined) => /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')

/** The form of a signed request: what others do at Twilio is not our business, well signed or not. */
export const signedForm = ({ body, contentType }: TwilioRequest, accountSid: string): URLSearchParams | Refused => {
  if (!isForm(contentType)) return refuse('malformed')
  const form = new URLSearchParams(body)
  return form.get('AccountSid') === accountSid ? form : refuse('foreign')
}
