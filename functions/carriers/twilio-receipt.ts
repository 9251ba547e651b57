import * as z from 'zod'
import type { Receipt } from '../notification/receipt.ts'
import { failureByCode, unknownCode } from './twilio-codes.ts'

/** Twilio's name of a message: MM where it became a multimedia message. */
export const MessageSid = z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/)

type Meaning = Receipt['status'] | 'nothing-new'

/** Source: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
const meanings: Readonly<Record<string, Meaning>> = {
  accepted: 'nothing-new',
  scheduled: 'nothing-new',
  queued: 'nothing-new',
  sending: 'nothing-new',
  sent: 'sent',
  undelivered: 'undelivered',
  failed: 'undelivered',
  canceled: 'undelivered',
  delivered: 'delivered',
  read: 'delivered',
  partially_delivered: 'nothing-new',
  receiving: 'nothing-new',
  received: 'nothing-new',
}

const meaningOf = (status: string): Meaning | undefined => (Object.hasOwn(meanings, status) ? meanings[status] : undefined)

/** A field that is passed over where it is not as expected: the rest of the statement counts all the same. */
const optionally = (form: RegExp) => z.string().regex(form).optional().catch(undefined)

/** YYMMDDhhmm in no stated zone. Whatever else stands there is not kept. */
const networkTime = /^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d$/

/** `From` and `To` are full numbers and are never read. */
const Callback = z.object({
  MessageSid,
  MessageStatus: z.string(),
  ErrorCode: optionally(/^\d{1,6}$/),
  RawDlrDoneDate: optionally(networkTime),
})

type Fate = Pick<Receipt, 'status' | 'evidence' | 'failure' | 'unclassified'>

const undelivered = (code: string | undefined): Fate => {
  if (code === undefined) return { status: 'undelivered', failure: { class: 'unclassified', reason: 'no-code' } }
  const failure = failureByCode(Number(code))
  return { status: 'undelivered', failure, unclassified: failure === unknownCode ? `twilio-${code}` : undefined }
}

const fateOf = (status: Receipt['status'], code: string | undefined): Fate => {
  if (status === 'undelivered') return undelivered(code)
  return status === 'delivered' ? { status, evidence: 'handset' } : { status }
}

/**
 * Reads what a status callback says.
 * @param form of a callback that Twilio signed
 * @returns undefined where it says nothing new; 'malformed' where it says what Twilio is not known to say: a status that nobody
 * knows may be an end, so it is not passed over in silence
 */
export const readTwilioReceipt = (form: URLSearchParams): Receipt | 'malformed' | undefined => {
  const { data } = Callback.safeParse(Object.fromEntries(form))
  const meaning = data && meaningOf(data.MessageStatus)
  if (data === undefined || meaning === undefined) return 'malformed'
  if (meaning === 'nothing-new') return undefined
  return { carrier: 'twilio', messageId: data.MessageSid, ...fateOf(meaning, data.ErrorCode), at: data.RawDlrDoneDate }
}
