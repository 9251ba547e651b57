import { randomBytes } from 'node:crypto'
import type { PhoneReply } from './phone-reply.ts'
import type { Answer } from './post-form.ts'
import { apiVersion } from './twilio-message.ts'
import { Refused } from './twilio-retries.ts'
import { callWebhook, type Webhooks } from './twilio-webhook.ts'

/** Of a short text without pictures, from a phone of which no place is known. Source: https://www.twilio.com/docs/messaging/guides/webhook-request */
const formOf = (accountSid: string, { from, to, text, optOutType, messageId }: PhoneReply): Record<string, string> => {
  const sid = messageId ?? `SM${randomBytes(16).toString('hex')}`
  return {
    ToCountry: 'US',
    SmsMessageSid: sid,
    NumMedia: '0',
    SmsSid: sid,
    SmsStatus: 'received',
    Body: text,
    FromCountry: 'US',
    To: to,
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: accountSid,
    From: from,
    ApiVersion: apiVersion,
    ...(optOutType && { OptOutType: optOutType }),
  }
}

/** Brings a text to the URL that is set for our numbers. That it was refused is an answer like another. */
export const sendReply =
  (webhooks: Webhooks) =>
  async (reply: PhoneReply, url: string, signal: AbortSignal): Promise<Answer> => {
    let last: Answer = { status: 0, body: '' }
    const onAnswer = (answer: Answer) => {
      last = answer
    }
    const form = formOf(webhooks.account.accountSid, reply)
    await callWebhook(webhooks, { url, form, forged: reply.forged ?? false, signal, onAnswer }).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
    return last
  }
