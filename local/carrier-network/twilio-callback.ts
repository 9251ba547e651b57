import type { ReceiptScript } from './script.ts'
import type { Message, Receipt } from './truth.ts'
import { apiVersion, errorCodeOf } from './twilio-message.ts'
import { callWebhook, type Webhooks } from './twilio-webhook.ts'

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

/** Posts a status to the URL that the caller named, if any. */
export const sendCallback =
  (webhooks: Webhooks) => async (message: Message, receipt: ReceiptScript, entry: Receipt, signal: AbortSignal) => {
    if (message.statusCallback === undefined) return
    await callWebhook(webhooks, {
      url: message.statusCallback,
      form: formOf(webhooks.account.accountSid, message, receipt),
      forged: receipt.forged ?? false,
      signal,
      onAnswer: ({ status }) => {
        entry.answers = [...(entry.answers ?? []), status]
      },
    })
  }
