import twilioPackage from 'twilio'
import { describe, expect, it } from 'vitest'
import { isHttpCall } from '../../../functions/carriers/http-call.ts'
import { callbackUrlOf } from '../../../functions/carriers/twilio-callback-url.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { createCallbackHandler, type Dependencies } from '../../../functions/receipt/callback-handler.ts'
import { settle } from '../../../functions/settle/settle.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, noon } from '../../builders/noon.ts'
import { recordsInMemory } from '../../builders/records-in-memory.ts'
import { someWorkflows } from '../../builders/some-workflows.ts'
import { messageSid } from '../carriers/a-bare-twilio.ts'
import { aStatement } from '../carriers/a-callback.ts'
import { account } from '../carriers/a-twilio-caller.ts'
import { aDelivery } from './a-delivery.ts'

const id = 'shop-order-4711-shipped'
const domainName = 'abc.lambda-url.us-east-1.on.aws'
const otherToken = 'f'.repeat(32)

interface Call {
  readonly statement?: Record<string, string>
  readonly attempt?: number
  readonly notificationId?: string
  readonly token?: string
  readonly base64?: boolean
}

/** A call of the Function URL as Lambda hands it over, signed as the vendor's own package signs. */
const aCall = ({
  statement = aStatement(),
  attempt = 2,
  notificationId = id,
  token = account.authToken,
  base64 = false,
}: Call = {}) => {
  const [url = ''] = callbackUrlOf(`https://${domainName}/twilio`, { notificationId, attempt }, noon).split('#')
  const body = new URLSearchParams(statement).toString()
  return {
    version: '2.0',
    rawPath: '/twilio',
    rawQueryString: new URL(url).search.slice(1),
    headers: {
      host: 'somebody.example.com',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': twilioPackage.getExpectedTwilioSignature(token, url, statement),
    },
    requestContext: { domainName, http: { method: 'POST', path: '/twilio' } },
    body: base64 ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: base64,
  }
}

const bySns = anAttempt({ status: 'accepted', answer: accepted('message-of-sns'), closed: true })
const byTwilio = anAttempt({ number: 2, carrier: 'twilio', status: 'accepted', answer: accepted(messageSid) })

/** Receipt, over records in memory in which SNS was silent and Twilio has accepted attempt 2, for which a task waits. */
const aReceiver = (overrides: Partial<Notification> = {}, dependencies: Partial<Dependencies> = {}) => {
  const waiting = { attempt: 2, token: 'token' }
  const notification = aNotification({ attempts: [bySns, byTwilio], waiting, ...overrides })
  const records = recordsInMemory({ notification })
  const workflows = someWorkflows()
  const refusals: string[] = []
  const receive = createCallbackHandler({
    ...records,
    settle: settle(workflows.client, defaultKinds),
    networkOnly: [],
    account: async () => account,
    onRefusal: (reason) => refusals.push(reason),
    now: () => noon,
    ...dependencies,
  })
  return { receive, records, notification, refusals, resumed: workflows.resumed }
}

describe('a callback that Twilio signed', () => {
  it.each([false, true])('is a fact, is merged by its attempt and resumes the workflow; in Base64: %s', async (base64) => {
    const { receive, records, refusals, resumed } = aReceiver()
    expect(await receive(aCall({ base64 }))).toEqual({ statusCode: 204 })
    const receipt = { carrier: 'twilio', messageId: messageSid, status: 'delivered', evidence: 'handset' }
    expect(records.facts).toEqual([{ attempt: { notificationId: id, attempt: 2 }, receipt }])
    expect(records.now()).toMatchObject({
      outcome: 'delivered',
      attempts: [{ status: 'accepted' }, { status: 'delivered', evidence: 'handset' }],
    })
    expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
    expect(refusals).toEqual([])
  })

  it('fails the task by its class when it says that the text did not arrive', async () => {
    const { receive, resumed } = aReceiver()
    expect(await receive(aCall({ statement: aStatement({ MessageStatus: 'undelivered', ErrorCode: '30003' }) }))).toEqual({
      statusCode: 204,
    })
    expect(resumed).toEqual([{ token: 'token', by: 'NotDelivered', cause: expect.stringMatching(/^absent: /) }])
  })

  it('finds an attempt whose call ended unknown, by its own id', async () => {
    const { receive, records, resumed } = aReceiver({ kind: 'payment', attempts: [bySns, { ...byTwilio, answer: unknown() }] })
    await receive(aCall())
    expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{}, { status: 'delivered' }] })
    expect(resumed).toEqual([{ token: 'token', by: 'delivered' }])
  })

  it('finds an attempt that is only armed: the receipt overtook the answer', async () => {
    const { receive, records } = aReceiver({ attempts: [bySns, anAttempt({ number: 2, carrier: 'twilio' })] })
    await receive(aCall())
    expect(records.now()).toMatchObject({ outcome: 'delivered' })
  })

  it('that comes over and over is merged once, and settles each time, since the first may have died half-way', async () => {
    const { receive, records, resumed } = aReceiver()
    await receive(aCall())
    const merged = records.now()
    for (const base64 of [false, true]) expect(await receive(aCall({ base64 }))).toEqual({ statusCode: 204 })
    expect(records.now()).toBe(merged)
    expect(new Set(resumed.map(({ by }) => by))).toEqual(new Set(['delivered']))
  })

  it('never lowers a delivery, in whatever order it comes', async () => {
    const { receive, records } = aReceiver()
    const said = ['sent', 'delivered', 'undelivered', 'queued', 'sent']
    for (const MessageStatus of said) await receive(aCall({ statement: aStatement({ MessageStatus }) }))
    expect(records.now()).toMatchObject({ outcome: 'delivered', attempts: [{}, { status: 'delivered' }] })
  })

  it('that comes late raises the outcome and resumes nobody', async () => {
    const ended = { outcome: 'unknown', reason: 'no-receipt', waiting: undefined } as const
    const { receive, records, resumed } = aReceiver(ended)
    await receive(aCall())
    expect(records.now()).toMatchObject({ outcome: 'delivered', reason: 'receipt' })
    expect(resumed).toEqual([])
  })

  it('that says nothing new changes nothing, and is no refusal', async () => {
    const { receive, records, notification, refusals } = aReceiver()
    expect(await receive(aCall({ statement: aStatement({ MessageStatus: 'queued' }) }))).toEqual({ statusCode: 204 })
    expect(records.now()).toBe(notification)
    expect(records.facts).toEqual([])
    expect(refusals).toEqual([])
  })

  it.each([
    [['US'], { outcome: 'delivered', attempts: [{}, { status: 'delivered', evidence: 'network' }] }, ['delivered']],
    [['IN'], { attempts: [{}, { status: 'sent' }] }, []],
  ])('that says sent is a delivery only where handsets tell nothing: in %j', async (networkOnly, expected, resumed) => {
    const world = aReceiver({}, { networkOnly })
    await world.receive(aCall({ statement: aStatement({ MessageStatus: 'sent' }) }))
    expect(world.records.now()).toMatchObject(expected)
    expect(world.resumed.map(({ by }) => by)).toEqual(resumed)
  })

  it('is believed by either token while one is rotated', async () => {
    const rotated = { account: async () => ({ ...account, formerAuthToken: otherToken }) }
    for (const token of [account.authToken, otherToken])
      expect(await aReceiver({}, rotated).receive(aCall({ token }))).toEqual({ statusCode: 204 })
  })

  it('comes again when a fault of ours kept it from being taken', async () => {
    const broken = { storeReceipt: () => Promise.reject(new Error('the table is away')) }
    await expect(aReceiver({}, broken).receive(aCall())).rejects.toThrow('the table is away')
  })
})

describe('a callback that is refused changes nothing and is counted', () => {
  const good = aCall()
  const foreign = aStatement({ AccountSid: `AC${'2'.repeat(32)}` })
  const big = aStatement({ Padding: 'x'.repeat(16 * 1024) })

  it.each<[number, string, string, object]>([
    [401, 'forged', 'by another token', aCall({ token: otherToken })],
    [401, 'forged', 'by nobody', { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [
      401,
      'forged',
      'by a signature for another attempt',
      { ...good, rawQueryString: good.rawQueryString.replace('%2F2', '%2F1') },
    ],
    [401, 'forged', 'by a signature for another status', { ...good, body: good.body.replace('delivered', 'undelivered') }],
    [401, 'forged', 'by a signature for another path', { ...good, rawPath: '/' }],
    [401, 'forged', 'by a signature for another domain', { ...good, requestContext: { domainName: 'somebody.example.com' } }],
    [401, 'forged', 'without a query', { ...good, rawQueryString: '' }],
    [401, 'forged', 'without a body', { ...good, body: undefined }],
    [403, 'foreign', 'though well signed', aCall({ statement: foreign })],
    [413, 'oversized', 'though well signed', aCall({ statement: big })],
    [413, 'oversized', 'and in Base64', aCall({ statement: big, base64: true })],
    [400, 'malformed', 'by a status that nobody knows', aCall({ statement: aStatement({ MessageStatus: 'pondered' }) })],
    [404, 'unknown-attempt', 'for it was never made', aCall({ attempt: 3 })],
    [404, 'unknown-attempt', 'for nobody asked for the notification', aCall({ notificationId: 'shop-order-4712-shipped' })],
    [404, 'unknown-attempt', 'for it is another carrier’s', aCall({ attempt: 1 })],
  ])('%i: it is %s %s', async (statusCode, reason, _, call) => {
    const { receive, records, notification, refusals, resumed } = aReceiver()
    expect(isHttpCall(call)).toBe(true)
    expect(await receive(call)).toEqual({ statusCode })
    expect(refusals).toEqual([reason])
    expect(records.now()).toBe(notification)
    expect(records.steps).toEqual([])
    expect(records.facts).toEqual([])
    expect(resumed).toEqual([])
  })

  it('403: it is expired, after eight days and not before', async () => {
    const days = 8 * 86_400
    const { receive, records, notification, refusals } = aReceiver({}, { now: () => afterNoon(days) })
    expect(await receive(aCall())).toEqual({ statusCode: 403 })
    expect(refusals).toEqual(['expired'])
    expect(records.now()).toBe(notification)
    expect(await aReceiver({}, { now: () => afterNoon(days - 1) }).receive(aCall())).toEqual({ statusCode: 204 })
  })

  it('401: the token before is not believed once it is gone', async () => {
    expect(await aReceiver().receive(aCall({ token: otherToken }))).toEqual({ statusCode: 401 })
  })
})

it('resumes the task of this attempt by the delivery of an earlier one, and not by its failure', async () => {
  const attempts = [{ ...byTwilio, number: 1, closed: true }, anAttempt({ number: 2 })]
  const failed = aReceiver({ attempts })
  await failed.receive(aCall({ attempt: 1, statement: aStatement({ MessageStatus: 'undelivered', ErrorCode: '30003' }) }))
  expect(failed.resumed).toEqual([])
  const delivered = aReceiver({ attempts })
  await delivered.receive(aCall({ attempt: 1 }))
  expect(delivered.resumed).toEqual([{ token: 'token', by: 'delivered' }])
})

it('tells a call of the Function URL from a delivery of the log', () => {
  expect(isHttpCall(aCall())).toBe(true)
  for (const other of [aDelivery([]), undefined, {}, { Records: [] }]) expect(isHttpCall(other)).toBe(false)
})
