import * as z from 'zod'
import { e164 } from '../notification/e164.ts'
import { type Reply, readReply } from '../recipient/read-reply.ts'
import type { Receiver } from './twilio-callback.ts'
import { MessageSid } from './twilio-receipt.ts'
import { type Refused, refuse, refuseUnsigned, signedForm, type TwilioRequest } from './twilio-request.ts'

/** What somebody asked of us by a text, and by which number, in E.164. */
export interface Asked {
  readonly asks: Reply
  readonly from: string
  readonly messageId: string
}

/** Undefined: the text asks for nothing that we know. */
export type InboundReading = { readonly ok: true; readonly asked: Asked | undefined } | Refused

/**
 * `OptOutType` comes from a Messaging Service with Advanced Opt-Out alone: what Twilio itself took the text for, in whatever words
 * the account taught it. Of the text nothing is kept.
 * Sources: https://www.twilio.com/docs/messaging/guides/webhook-request,
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 */
const Inbound = z.object({ MessageSid, From: z.string(), Body: z.string(), OptOutType: z.string().default('') })

/** Where the words and Twilio say two things, the one that stops texts counts. */
const asksFor = (...texts: readonly string[]): Reply | undefined => {
  const asked = texts.map(readReply)
  return (['stop', 'start', 'help'] as const).find((one) => asked.includes(one))
}

/**
 * Whoever knows our account is most likely Twilio, and our token wrong: somebody's STOP is refused. The net's noise knows nothing of us.
 */
const isOfOurAccount = ({ body }: TwilioRequest, accountSid: string) => accountSid !== '' && body.includes(accountSid)

/**
 * Reads a text that somebody sent to one of our numbers at Twilio: nothing of it is believed before its signature is.
 * @returns what it asks for, or why it is refused
 */
export const readInbound = (
  request: TwilioRequest,
  { accountSid, tokens }: Pick<Receiver, 'accountSid' | 'tokens'>,
): InboundReading => {
  const unsigned = refuseUnsigned(request, tokens)
  if (unsigned?.reason === 'forged' && isOfOurAccount(request, accountSid)) return refuse('misSigned')
  if (unsigned) return unsigned
  const form = signedForm(request, accountSid)
  if ('ok' in form) return form
  const { success, data } = Inbound.safeParse(Object.fromEntries(form))
  if (!success) return refuse('malformed')
  const asks = asksFor(data.Body, data.OptOutType)
  if (asks === undefined) return { ok: true, asked: undefined }
  const isOfPhone = e164.test(data.From) // that of a WhatsApp user or a short code is no number that we text
  return isOfPhone ? { ok: true, asked: { asks, from: data.From, messageId: data.MessageSid } } : refuse('malformed')
}
