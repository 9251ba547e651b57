import { createHash } from 'node:crypto'
import { postForm } from './post-form.ts'
import type { ReceiptScript } from './script.ts'
import type { Message, Receipt } from './truth.ts'
import { tryAgain } from './try-again.ts'
import type { TwilioAccount } from './twilio-account.ts'
import { apiVersion, errorCodeOf } from './twilio-message.ts'
import { Refused, retriesOf } from './twilio-retries.ts'
import { signature } from './twilio-signature.ts'

/** Twilio waits no longer for an answer, in milliseconds. */
const patience = 15_000

/** When somebody else sends, what signs; and a forger tries once. */
const forgersToken = 'f'.repeat(32)
const noRetries = '#rc=0'

/** `YYMMDDhhmm`, from the network that made the receipt, which only the end of a message has. */
const doneDate = ({ acceptedAt }: Message, { status, afterMs }: ReceiptScript) => {
  if (status !== 'delivered' && status !== 'undelivered') return undefined
  const done = new Date(Date.parse(acceptedAt) + afterMs)
  return done.toISOString().replaceAll(/\D/g, '').slice(2, 12)
}

const formOf = (accountSid: string, message: Message, receipt: ReceiptScript): Record<string, string> => {
  const form = {
    MessageSid: message.messageId,
    SmsSid: message.messageId,
    AccountSid: accountSid,
    From: message.senderId ?? message.originationNumber,
    MessagingServiceSid: message.messagingServiceSid,
    To: message.to,
    MessageStatus: receipt.status,
    SmsStatus: receipt.status,
    ErrorCode: errorCodeOf(receipt),
    RawDlrDoneDate: doneDate(message, receipt),
    ApiVersion: apiVersion,
  }
  return Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

export interface Callbacks {
  readonly account: TwilioAccount
  /** Where to connect to, whatever host a callback's URL names. */
  readonly callbacksTo?: string
}

/** Posts a status to the URL that the caller named, if any; the same receipt makes the same request. */
export const sendCallback =
  ({ account, callbacksTo }: Callbacks) =>
  async (message: Message, receipt: ReceiptScript, entry: Receipt, signal: AbortSignal) => {
    if (message.statusCallback === undefined) return
    const url = new URL(message.statusCallback)
    const { pauses, mayHelp } = retriesOf(receipt.forged ? noRetries : url.hash)
    url.hash = ''
    const form = formOf(account.accountSid, message, receipt)
    const body = new URLSearchParams(form).toString()
    const headers = {
      'x-twilio-signature': signature(receipt.forged ? forgersToken : account.authToken, url.href, form),
      'i-twilio-idempotency-token': createHash('sha256').update(body).digest('hex'),
    }
    const via = new URL(callbacksTo ?? url)
    const send = async () => {
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(patience)])
      const status = await postForm({ url, via, headers, body, signal: inTime })
      entry.answers = [...(entry.answers ?? []), status]
      if (status >= 400) throw new Refused(status)
    }
    return tryAgain(send, { pauses, mayHelp, signal })
  }
