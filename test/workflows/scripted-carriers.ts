import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Carrier, Message } from '../../functions/carriers/carrier.ts'
import type { TwilioAccount } from '../../functions/carriers/twilio-account.ts'
import { callbackUrlOf } from '../../functions/carriers/twilio-callback-url.ts'
import type { Answer, AttemptRef } from '../../functions/notification/attempt.ts'
import type { CarrierName } from '../../functions/notification/carrier-name.ts'
import { aDeliveryLog, aFailureLog } from '../builders/a-delivery-log.ts'
import type { Fate, Told } from './fates.ts'

export const twilioAccount: TwilioAccount = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'the-auth-token' }

/** A message that a carrier accepted, as far as its receipts are about it. */
export interface Accepted {
  readonly carrier: CarrierName
  readonly messageId: string
  readonly attempt: AttemptRef
  /** When it was requested. */
  readonly at: Date
}

/** One request that a carrier was sent. The list of them is the truth: whoever is in it was, or may have been, texted. */
export interface Request {
  readonly carrier: CarrierName
  readonly message: Message
  readonly messageId: string
  /** Since noon. */
  readonly seconds: number
  readonly at: Date
}

/** How each of them says that a text did not arrive. */
const words: Readonly<Record<Exclude<Told, 'delivered' | 'sent'>, readonly [sns: string, twilio: number]>> = {
  recipient: ['Phone number is opted out', 21610],
  absent: ['Phone is currently unreachable/unavailable', 30003],
  request: ['Message body is invalid', 21617],
  content: ['Blocked as spam by phone carrier', 30007],
  route: ['Phone carrier is currently unreachable/unavailable', 21612],
  account: ['No quota left for account', 63038],
  throttled: ['Rate exceeded.', 30022],
  unclassified: ['Nobody knows these words', 99999],
}

/** A line of SNS's delivery log, as CloudWatch hands it over. */
const deliveryLog = ({ messageId }: Accepted, told: Told) => {
  if (told === 'sent') throw new Error('SNS tells of the end of a text only')
  const line = told === 'delivered' ? aDeliveryLog() : aFailureLog(words[told][0])
  const delivery = { messageType: 'DATA_MESSAGE', logEvents: [{ message: line.replaceAll('message-1', messageId) }] }
  return { awslogs: { data: gzipSync(JSON.stringify(delivery), { level: 1 }).toString('base64') } }
}

const signed = (url: URL, statement: Readonly<Record<string, string>>) => {
  const fields = Object.entries(statement).sort().flat().join('')
  return createHmac('sha1', twilioAccount.authToken).update(`${url}${fields}`).digest('base64')
}

/** Twilio's signed callback, as Lambda's Function URL hands it over. */
const callback = ({ messageId, attempt, at }: Accepted, told: Told) => {
  const url = new URL(callbackUrlOf('https://hooks.example.com/', attempt, at).replace(/#.*/, ''))
  const isEnd = told !== 'delivered' && told !== 'sent'
  const statement = {
    AccountSid: twilioAccount.accountSid,
    MessageSid: messageId,
    MessageStatus: isEnd ? 'undelivered' : told,
    ...(isEnd && { ErrorCode: String(words[told][1]) }),
  }
  return {
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signed(url, statement),
    },
    requestContext: { domainName: url.host },
    body: new URLSearchParams(statement).toString(),
    isBase64Encoded: false,
  }
}

/** What `receipt` is invoked with when a carrier tells the fate of a message. */
export const receiptEvent = (message: Accepted, told: Told): object =>
  message.carrier === 'sns' ? deliveryLog(message, told) : callback(message, told)

const newIds = { sns: (n: number) => `message-${n}`, twilio: (n: number) => `SM${String(n).padStart(32, '0')}` }

export type Fates = Readonly<Record<CarrierName, readonly [Fate, ...Fate[]]>>

export const seconds = (count: number) => new Promise<void>((resolve) => setTimeout(resolve, count * 1000))

/**
 * Both carriers, by script. The first request to one has its first fate and so on; the last fate is that of all later ones.
 * @param receive gets the receipts, as the cloud would hand them over
 */
export const scriptedCarriers = (fates: Fates, receive: (event: object) => Promise<unknown>) => {
  const started = Date.now()
  const requests: Request[] = []

  /** @param number of the request, from 1, whichever carrier it went to */
  const tell = async (number: number, told: Told) => {
    const request = requests[number - 1]
    if (!request) throw new Error(`there is no request ${number}`)
    await receive(receiptEvent({ ...request, attempt: request.message.attempt }, told))
  }

  const send = async (carrier: CarrierName, message: Message): Promise<Answer> => {
    const tries = requests.filter((request) => request.carrier === carrier).length
    const fate = fates[carrier][tries] ?? fates[carrier].at(-1) ?? fates[carrier][0]
    const number = requests.length + 1
    const messageId = newIds[carrier](number)
    const at = new Date()
    requests.push({ carrier, message, messageId, at, seconds: (at.getTime() - started) / 1000 })
    for (const [after, told] of Object.entries(fate.receipts ?? {})) void seconds(Number(after)).then(() => tell(number, told))
    if (fate.answersAfter !== undefined) await seconds(fate.answersAfter)
    return fate.answer?.() ?? { type: 'accepted', messageId }
  }

  const carrier = (name: CarrierName): Carrier => ({ name, send: (message) => send(name, message) })
  return { carriers: { sns: carrier('sns'), twilio: carrier('twilio') }, requests, tell }
}
