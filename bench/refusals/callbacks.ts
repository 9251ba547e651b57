import twilio from 'twilio'
import { callbackUrlOf } from '../../functions/carriers/twilio-callback-url.ts'
import { createCallbackHandler } from '../../functions/receipt/callback-handler.ts'
import { now, type Refusal, untouched } from './refusal.ts'

const account = { accountSid: `AC${'0'.repeat(31)}1`, authToken: '0123456789abcdef0123456789abcdef' }
const domainName = 'abc.lambda-url.us-east-1.on.aws'
const form = 'application/x-www-form-urlencoded'

const [url = ''] = callbackUrlOf(`https://${domainName}/`, { notificationId: 'shop-order-4711-shipped', attempt: 1 }, now).split(
  '#',
)
const fields = {
  MessageSid: `SM${'1'.repeat(32)}`,
  AccountSid: account.accountSid,
  To: '+14155550123',
  MessageStatus: 'delivered',
}
const signed = twilio.getExpectedTwilioSignature(account.authToken, url, fields)

const receive = createCallbackHandler({
  account: async () => ({ ...account, formerAuthToken: 'f'.repeat(32) }),
  findNotification: untouched,
  storeReceipt: untouched,
  changeNotification: untouched,
  settle: untouched,
  networkOnly: [],
  onRefusal: () => {},
  now: () => now,
})

interface Call {
  readonly body: string
  readonly signature?: string
  readonly isBase64Encoded?: boolean
  readonly query?: string
}

const call = ({
  body,
  signature = 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  isBase64Encoded = false,
  query = new URL(url).search.slice(1),
}: Call) => ({
  rawPath: '/',
  rawQueryString: query,
  headers: { 'content-type': form, 'x-twilio-signature': signature },
  requestContext: { domainName },
  body,
  isBase64Encoded,
})

const text = new URLSearchParams(fields).toString()
const foreign = { ...fields, AccountSid: 'another' }
const calls: readonly [string, Call][] = [
  ['forged', { body: text }],
  ['forged, 16 KB in one field', { body: `a=${'x'.repeat(16_000)}` }],
  [
    'forged, 16 KB of 2,600 fields',
    { body: Array.from({ length: 2_600 }, (_, at) => (at * 7_919 + 50_000).toString(36)).join('&') },
  ],
  [
    'forged, 8 KB of query',
    { body: text, query: `a=1&${Array.from({ length: 1_500 }, (_, at) => `${at.toString(36)}=1`).join('&')}` },
  ],
  ['oversized, 6 MB in Base64', { body: Buffer.alloc(4_500_000, 'x').toString('base64'), isBase64Encoded: true }],
  [
    "another's account, well signed",
    {
      body: new URLSearchParams(foreign).toString(),
      signature: twilio.getExpectedTwilioSignature(account.authToken, url, foreign),
    },
  ],
]

/** By the handler without its records, which no refusal comes to; the peer is the vendor's own check of the same fields. */
export const callbacks: readonly Refusal[] = calls.map(([name, made]) => ({
  name: `callback: ${name}`,
  work: () => receive(call(made)),
  peer: () => twilio.validateRequest(account.authToken, signed, url, Object.fromEntries(new URLSearchParams(made.body))),
}))
