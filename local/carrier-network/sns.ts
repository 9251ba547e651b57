import { randomUUID } from 'node:crypto'
import type { Carrier, Refusal, Reply } from './carrier.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { ReceiptScript } from './script.ts'
import { readPublish } from './sns-publish.ts'
import type { Message } from './truth.ts'
import { tryAgain } from './try-again.ts'
import { anything } from './vocabulary.ts'

/** Every code that is not listed is a 400. Source: the errors of Publish in the SNS API reference and in the SDK's model. */
const statuses: Readonly<Record<string, number>> = {
  AuthorizationError: 403,
  InvalidSecurity: 403,
  NotFound: 404,
  Throttled: 429,
  ThrottledException: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** @param content of the root element, made with the request's own element */
const xml = (status: number, root: string, content: (requestId: string) => string): Reply => {
  const id = randomUUID()
  return {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
    body: `<${root} xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${content(`<RequestId>${id}</RequestId>`)}</${root}>`,
  }
}

const accepted = ({ messageId }: Message) => {
  const result = `<PublishResult><MessageId>${messageId}</MessageId></PublishResult>`
  return xml(200, 'PublishResponse', (requestId) => `${result}<ResponseMetadata>${requestId}</ResponseMetadata>`)
}

const refused = ({ code, message }: Refusal) => {
  const status = (Object.hasOwn(statuses, code) ? statuses[code] : undefined) ?? 400
  const type = status < 500 ? 'Sender' : 'Receiver'
  const error = `<Error><Type>${type}</Type><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error>`
  return xml(status, 'ErrorResponse', (requestId) => error + requestId)
}

/** Waits between the tries to put a line into the log, in milliseconds. */
const pauses = [100, 200, 400, 800]

const outcomeOf = ({ status }: ReceiptScript) => (status === 'delivered' ? 'delivered' : 'undelivered')

const providerResponses = {
  delivered: 'Message has been accepted by phone carrier',
  undelivered: 'Unknown error attempting to reach phone',
}

/** As SNS writes it: no zone, and no zeros at the end but the first digit, e.g. "2026-11-22 09:00:00.12". */
const timestamp = (instant: string) => instant.replace('T', ' ').replace(/0{0,2}Z$/, '')

/** The network of a delivered text is mobile country code 1, the one for test networks; a failed one has mostly reached none. */
const carrierFields = ({ parts }: Message, { status, afterMs }: ReceiptScript) => ({
  ...(status === 'delivered' ? { phoneCarrier: 'Example Mobile', mnc: 1, mcc: 1 } : { mnc: 0, mcc: 0 }),
  numberOfMessageParts: parts,
  priceInUSD: Number((parts * 0.00645).toFixed(5)),
  dwellTimeMsUntilDeviceAck: afterMs,
})

/** One line of SNS's delivery log. The same receipt gives the same line, so that a repeated one is the same fact. */
const deliveryLine = (message: Message, receipt: ReceiptScript) =>
  JSON.stringify({
    notification: { messageId: message.messageId, timestamp: timestamp(message.acceptedAt) },
    delivery: {
      ...(receipt.carrierFields === false ? {} : carrierFields(message, receipt)),
      destination: message.to,
      smsType: message.smsType,
      providerResponse: receipt.providerResponse ?? providerResponses[outcomeOf(receipt)],
      dwellTimeMs: receipt.afterMs,
    },
    status: receipt.status === 'delivered' ? 'SUCCESS' : 'FAILURE',
  })

/** Amazon SNS as it texts a phone: Publish by the query protocol, receipts by the account's delivery log. */
export const sns = (log: DeliveryLog): Carrier => ({
  name: 'sns',
  vocabulary: { code: anything, status: /^(un)?delivered$/, providerResponse: anything, carrierFields: anything },
  receipts: [ReceiptScript.parse({ status: 'delivered', afterMs: 300 })],
  owns: (method, path) => method === 'POST' && path === '/',
  read: ({ body }) => readPublish(body),
  newMessageId: randomUUID,
  accepted,
  refused,
  throttled: { code: 'Throttling', message: 'Rate exceeded' },
  serverError: { code: 'InternalError', message: 'An internal error has occurred' },
  sendReceipt: (message, receipt, _entry, signal) => {
    const put = () => log.put(outcomeOf(receipt), deliveryLine(message, receipt), signal)
    return tryAgain(put, { pauses, mayHelp: () => true, signal })
  },
})
