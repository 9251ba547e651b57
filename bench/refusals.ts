import { gzipSync } from 'node:zlib'
import twilio from 'twilio'
import { callbackUrlOf } from '../functions/carriers/twilio-callback-url.ts'
import { parseJson } from '../functions/notification/parse-json.ts'
import { createCallbackHandler } from '../functions/receipt/callback-handler.ts'
import { createDeliveryLogHandler } from '../functions/receipt/delivery-log-handler.ts'
import { readRequest } from '../functions/request/read-request.ts'

const [mostRuns, mostMicroseconds, warmingUp] = [2_000, 500_000, 20]
const now = new Date('2026-11-22T12:00:00Z')
const account = { accountSid: `AC${'0'.repeat(31)}1`, authToken: '0123456789abcdef0123456789abcdef' }
const domainName = 'abc.lambda-url.us-east-1.on.aws'
const form = 'application/x-www-form-urlencoded'

// Callbacks: the handler without its records, which no refusal comes to; the peer is the vendor's own check of the same fields.

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
const untouched = () => Promise.reject(new Error('a refusal touches no record'))

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

// Events: reading alone; the peer is JSON.parse of the same text.

const detail = {
  notificationId: 'shop-order-4711-shipped',
  to: '+14155550123',
  template: 'order-shipped',
  params: { orderNo: '4711' },
}
const event = (request: unknown, overrides: object = {}) =>
  JSON.stringify({ 'detail-type': 'Notification Requested', time: now.toISOString(), detail: request, ...overrides })
const unknownFields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`field ${at}`, at]))

const events: readonly [string, string][] = [
  ['a field is missing', event({ ...detail, to: undefined })],
  ['every field is wrong', event({ notificationId: 1, to: 1, template: 1, params: 1 })],
  ['no JSON', `${event(detail)}}`],
  ['a wrong envelope', event(detail, { time: 'soon' })],
  ['the number in the id', event({ ...detail, notificationId: 'otp-4155550123' })],
  ['1,000 unknown fields', event({ ...detail, ...unknownFields(1_000) })],
  ['8,000 unknown fields', event({ ...detail, ...unknownFields(8_000) })],
  [
    '100,000 levels',
    event({ ...detail, params: 'DEEP' }).replace('"DEEP"', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
  ],
  ['1 MB', event({ ...detail, params: { a: 'x'.repeat(1_048_576) } })],
]

// Deliveries of the log: the peer is JSON.parse of a delivery's text.

const takeLog = createDeliveryLogHandler({
  parkReceipt: untouched,
  storeReceipt: untouched,
  changeNotification: untouched,
  settle: untouched,
  networkOnly: [],
  onFailure: () => {},
  now: () => now,
})
const delivery = JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ message: 'no delivery log' }] })
const packed = (content: string | Buffer) => ({ awslogs: { data: gzipSync(content).toString('base64') } })
const deliveries: readonly [string, unknown][] = [
  ['no delivery', {}],
  ['not packed', { awslogs: { data: 'AAAA' } }],
  ['no JSON', packed('{')],
  ['no delivery log', packed(delivery)],
  ['a bomb of 64 MB', packed(Buffer.alloc(64 * 1024 * 1024, ' '))],
]

type Work = () => unknown

const kinds: readonly { readonly name: string; readonly work: Work; readonly peer: Work }[] = [
  ...calls.map(([name, made]) => ({
    name: `callback: ${name}`,
    work: () => receive(call(made)),
    peer: () => twilio.validateRequest(account.authToken, signed, url, Object.fromEntries(new URLSearchParams(made.body))),
  })),
  ...events.map(([name, body]) => ({
    name: `event: ${name}`,
    work: () => readRequest(body, now, { mostEventAge: 86_400, requesters: { accounts: ['111122223333'] } }),
    peer: () => parseJson(body),
  })),
  ...deliveries.map(([name, given]) => ({
    name: `log: ${name}`,
    work: () => takeLog(given).catch(() => undefined),
    peer: () => JSON.parse(delivery),
  })),
]

/** Microseconds of each of many calls, fewer where one takes long. Node tells CPU time in ticks; on an idle machine this is the same. */
const measured = async (work: Work): Promise<readonly number[]> => {
  const each: number[] = []
  for (let spent = 0; each.length < mostRuns + warmingUp && spent < mostMicroseconds; ) {
    const before = performance.now()
    await work()
    const used = (performance.now() - before) * 1_000
    each.push(used)
    spent += used
  }
  return each.slice(Math.min(warmingUp, each.length - 1)).toSorted((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN

const rows = []
for (const { name, work, peer } of kinds) {
  const [ours, theirs] = [await measured(work), await measured(peer)]
  rows.push({
    refusal: name,
    'median us': Math.round(at(ours, 0.5)),
    'p99 us': Math.round(at(ours, 0.99)),
    'peer us': Math.round(at(theirs, 0.5)),
    ratio: (at(ours, 0.5) / at(theirs, 0.5)).toFixed(1),
    'at most 1 ms': at(ours, 0.5) <= 1_000 ? 'yes' : 'NO',
  })
}
console.table(rows)
console.log(
  "Microseconds for one refusal, all of it work of one thread; p99 means little beside other work. Peers, in the same run: for callbacks the vendor's validateRequest of the same fields; for events JSON.parse of the same text; for logs JSON.parse of a small delivery.",
)
