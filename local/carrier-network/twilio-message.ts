import type { Message, Receipt } from './truth.ts'

export const apiVersion = '2010-04-01'

/** Twilio's word for a failure whose reason nobody knows. */
const unknownError = '30008'

/** What failed has an error code, whether a script names one or not. */
export const errorCodeOf = ({ status, errorCode }: Pick<Receipt, 'status' | 'errorCode'>) =>
  status === 'undelivered' || status === 'failed' ? (errorCode ?? unknownError) : undefined

/** As Twilio writes a date, e.g. "Sun, 22 Nov 2026 09:00:00 +0000". */
const rfc2822 = (instant: string) => new Date(instant).toUTCString().replace('GMT', '+0000')

/** Who the message is from: with a Messaging Service, which chooses, nobody yet. */
const from = ({ senderId, originationNumber }: Message) => senderId ?? originationNumber ?? null

/**
 * A message as Twilio's API shows it.
 * @param said what Twilio has said of it so far
 */
export const messageResource = (accountSid: string, message: Message, said: readonly Receipt[]) => {
  const path = `/${apiVersion}/Accounts/${accountSid}/Messages/${message.messageId}`
  const isByService = message.messagingServiceSid !== undefined
  const last = said.at(-1)
  const errorCode = last && errorCodeOf(last)
  const sent = said.find(({ status }) => status !== 'queued' && status !== 'sending')
  return {
    account_sid: accountSid,
    api_version: apiVersion,
    body: message.text,
    date_created: rfc2822(message.acceptedAt),
    date_sent: sent ? rfc2822(sent.at) : null,
    date_updated: rfc2822(last?.at ?? message.acceptedAt),
    direction: 'outbound-api',
    error_code: errorCode === undefined ? null : Number(errorCode),
    error_message: errorCode === undefined ? null : 'As scripted',
    from: from(message),
    messaging_service_sid: message.messagingServiceSid ?? null,
    num_media: '0',
    num_segments: isByService && last === undefined ? '0' : String(message.parts),
    price: null,
    price_unit: 'USD',
    sid: message.messageId,
    status: last?.status ?? (isByService ? 'accepted' : 'queued'),
    subresource_uris: { media: `${path}/Media.json` },
    to: message.to,
    uri: `${path}.json`,
  }
}
