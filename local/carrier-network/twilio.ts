import { randomBytes } from 'node:crypto'
import type { Carrier, CarrierRequest, Reading, Refusal } from './carrier.ts'
import { json } from './json-reply.ts'
import { ReceiptScript } from './script.ts'
import type { Message } from './truth.ts'
import { isAuthorized } from './twilio-account.ts'
import { sendCallback } from './twilio-callback.ts'
import { readCreate } from './twilio-create.ts'
import { sendReply } from './twilio-inbound.ts'
import { apiVersion, messageResource } from './twilio-message.ts'
import type { Webhooks } from './twilio-webhook.ts'
import { anything } from './vocabulary.ts'

interface Settings extends Webhooks {
  /** All that was accepted, by whatever carrier. */
  readonly messages: () => readonly Message[]
}

/** Every code that is not listed is a 400. */
const statuses: Readonly<Record<string, number>> = { 20003: 401, 20404: 404, 20429: 429, 20500: 500, 63038: 429 }

const refused = ({ code, message, retryAfterSeconds }: Refusal) => {
  const status = statuses[code] ?? 400
  const headers = retryAfterSeconds === undefined ? undefined : { 'retry-after': String(retryAfterSeconds) }
  return json(status, { code: Number(code), message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, headers)
}

const notAuthorized = { code: '20003', message: 'Authenticate' }
const notFound = ({ path }: CarrierRequest) => refused({ code: '20404', message: `The requested resource ${path} was not found` })

/** Twilio reads nothing but forms, of a JSON body not one parameter. */
const formOf = ({ headers, body }: CarrierRequest) =>
  new URLSearchParams(headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? body : '')

/** The two requests that are there: create and fetch a message. */
const reader = ({ account, messages }: Settings) => {
  const list = `/${apiVersion}/Accounts/${account.accountSid}/Messages`
  const create = (request: CarrierRequest, isAllowed: boolean): Reading => {
    const form = formOf(request)
    const told = { to: form.get('To') ?? undefined, text: form.get('Body') ?? undefined }
    return isAllowed ? readCreate(form) : { refusal: notAuthorized, told }
  }
  const fetch = (request: CarrierRequest): Reading => {
    const message = messages().find(
      ({ carrier, messageId }) => carrier === 'twilio' && request.path === `${list}/${messageId}.json`,
    )
    if (message === undefined) return { reply: notFound(request) }
    const said = message.receipts.filter(({ forged }) => !forged)
    return { reply: json(200, messageResource(account.accountSid, message, said)) }
  }
  return (request: CarrierRequest): Reading => {
    const isAllowed = isAuthorized(account, request.headers.authorization) && request.path.startsWith(list)
    if (request.method === 'POST' && request.path.endsWith('/Messages.json')) return create(request, isAllowed)
    if (!isAllowed) return { reply: refused(notAuthorized) }
    return request.method === 'GET' ? fetch(request) : { reply: notFound(request) }
  }
}

/** Twilio as it texts a phone: messages by REST, receipts by signed callbacks. */
export const twilio = (settings: Settings): Carrier => ({
  name: 'twilio',
  vocabulary: { code: /^\d{5}$/, retryAfterSeconds: anything, status: anything, errorCode: /^\d{5}$/, forged: anything },
  receipts: [ReceiptScript.parse({ status: 'sent', afterMs: 100 }), ReceiptScript.parse({ status: 'delivered', afterMs: 300 })],
  owns: (_method, path) => path.startsWith(`/${apiVersion}/`),
  read: reader(settings),
  newMessageId: () => `SM${randomBytes(16).toString('hex')}`,
  accepted: (message) => json(201, messageResource(settings.account.accountSid, message, [])),
  refused,
  throttled: { code: '20429', message: 'Too Many Requests' },
  serverError: { code: '20500', message: 'Internal Server Error' },
  sendReceipt: sendCallback(settings),
  sendReply: sendReply(settings),
})
