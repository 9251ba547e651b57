import * as z from 'zod'
import type { Answer } from '../notification/attempt.ts'
import type { Failure } from '../notification/failure.ts'
import { parseJson } from '../notification/parse-json.ts'
import type { Carrier, Message } from './carrier.ts'
import { postOnce, type Reply } from './post-once.ts'
import { retryAfterSeconds } from './retry-after.ts'
import type { TwilioAccount } from './twilio-account.ts'
import { callbackUrlOf } from './twilio-callback-url.ts'
import { failureByCode, internalError, tooManyRequests, unknownCode } from './twilio-codes.ts'
import { MessageSid } from './twilio-receipt.ts'

export interface TwilioSettings {
  /** e.g. "https://api.twilio.com", or that of another Region. */
  readonly baseUrl: string
  readonly account: () => Promise<TwilioAccount>
  /** Called after a 401, so that the next attempt reads the account anew. */
  readonly forgetAccount: () => void
  /** The public URL that takes receipts. */
  readonly callbackUrl: string
  /** Milliseconds for the one request, the connection included. */
  readonly timeoutMs: number
  readonly now: () => Date
}

const notSent = (failure: Failure) => ({ type: 'notSent', failure }) as const
const unknown = (reason: string): Answer => ({ type: 'unknown', reason })

/** The most and the least that Twilio takes, in seconds. */
const validityPeriod = (seconds: number) => Math.min(Math.max(1, Math.floor(seconds)), 36_000)

const senderOf = ({ messagingServiceSid, originationNumber, senderId }: Message['sender']): Record<string, string> => {
  if (messagingServiceSid) return { MessagingServiceSid: messagingServiceSid }
  const from = originationNumber ?? senderId
  return from ? { From: from } : {}
}

/** Source: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
const formOf = ({ to, text, sender, attempt, validForSeconds }: Message, { callbackUrl, now }: TwilioSettings) =>
  new URLSearchParams({
    To: to,
    ...senderOf(sender),
    Body: text,
    StatusCallback: callbackUrlOf(callbackUrl, attempt, now()),
    ValidityPeriod: String(validityPeriod(validForSeconds)),
    Attempt: String(attempt.attempt),
  })

const Created = z.object({ sid: MessageSid })
const Refusal = z.object({ code: z.int() })

/** Undefined: no refusal that can be relied on. A 429 was never processed, whatever its body says. */
const failureOf = (status: number, code: number | undefined): Failure | undefined => {
  const failure = code === undefined || code === internalError ? undefined : failureByCode(code)
  return status === 429 && (failure === undefined || failure === unknownCode) ? tooManyRequests : failure
}

const answerToRefusal = ({ status, headers, body }: Reply, now: Date): Answer => {
  const code = Refusal.safeParse(parseJson(body)).data?.code
  const failure = failureOf(status, code)
  if (failure === undefined) return unknown(`http-${status}`)
  if (failure === unknownCode) return { ...notSent(failure), unclassified: `twilio-${code}` }
  if (failure.class !== 'throttled') return notSent(failure)
  return { ...notSent(failure), retryAfterSeconds: retryAfterSeconds(headers.get('retry-after'), now) }
}

/** Only a 201 is a success, and only a refusal that gives its reason is one: all else may have been sent. */
const answerTo = (reply: Reply, now: Date): Answer => {
  const { status, body } = reply
  if (status >= 400 && status < 500) return answerToRefusal(reply, now)
  if (status !== 201) return unknown(`http-${status}`)
  const { data: created } = Created.safeParse(parseJson(body))
  return created ? { type: 'accepted', messageId: created.sid } : unknown('no-message-id')
}

const post = (message: Message, { accountSid, authToken }: TwilioAccount, settings: TwilioSettings) =>
  postOnce({
    url: `${settings.baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    },
    form: formOf(message, settings),
    timeoutMs: settings.timeoutMs,
  })

/** Twilio's Programmable Messaging. Its receipts come to `callbackUrl` and name the attempt: see `twilio-callback.ts`. */
export const twilio = (settings: TwilioSettings): Carrier => ({
  name: 'twilio',
  prepare: async () => {
    await settings.account().catch(() => undefined) // the answer of `send` says it
  },
  send: async (message) => {
    const account = await settings.account().catch(() => undefined) // without it nothing leaves, and the next carrier may
    if (account === undefined) return notSent({ class: 'account', reason: 'no-credentials' })
    const reply = await post(message, account, settings)
    if (reply === 'never-left') return notSent({ class: 'route', reason: 'unreachable' })
    if (reply === 'no-answer') return unknown('no-answer')
    if (reply.status === 401) settings.forgetAccount()
    return answerTo(reply, settings.now())
  },
})
