import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import type { ScriptInput } from '../../local/carrier-network/client.ts'
import { order, payment, requestsTo } from '../e2e/heliograph.ts'
import { it } from './it.ts'
import { lost, silent } from './requests.ts'
import { sentenceOfAll } from './sentence-of.ts'
import { type UnderFaults, underFaults } from './under-faults.ts'

const aRequest = requestsTo(404)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

type Carrier = 'sns' | 'twilio'
const callTo = (service: Carrier, { to }: { readonly to: string }) => ({ service, holding: [to.slice(1)], times: 1 })

/** Sends one whose first carrier behaves as scripted. */
const sendBy = async (carrier: Carrier, script: ScriptInput, kind: object = {}) => {
  const request = aRequest(kind)
  await world.network.scriptCarrierPhone(carrier, request.to, script)
  return world.send(request)
}

const toldBy = (judged: Awaited<ReturnType<UnderFaults['send']>>) => judged[0]?.calls.map(({ carrier }) => carrier)

describe.concurrent('a carrier that does not answer', () => {
  it('F16: send dies after the carrier accepted a payment, which is never sent again', async ({ tell }) => {
    const request = aRequest(payment)
    await world.network.scriptCarrierPhone('sns', request.to, lost)
    const fault = await world.strike({ ...callTo('sns', request), does: { kind: 'kill', forwarded: true } })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'unknown', reason: 'no-answer' }, calls: [{ carrier: 'sns' }] }])
    tell(sentenceOfAll(judged))
  })

  it('F17: the answer comes after 26 s, a code was sent, and its receipt ends it', async ({ tell }) => {
    const request = aRequest()
    const fault = await world.strike({ ...callTo('twilio', request), does: { kind: 'delay', replyMs: 26_000 } })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered' }, calls: [{ carrier: 'twilio' }] }])
    tell(sentenceOfAll(judged))
  })

  it('F17: the answer comes after 26 s, a payment was sent, and it is never sent again', async ({ tell }) => {
    const request = aRequest(payment)
    const fault = await world.strike({ ...callTo('sns', request), does: { kind: 'delay', replyMs: 26_000 } })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'unknown', reason: 'no-answer' }, calls: [{ carrier: 'sns' }] }])
    tell(sentenceOfAll(judged))
  })

  it.for([
    ['a code goes to the other carrier at once', 'twilio', {}, ['sns'], 'delivered'],
    ['an order goes to the other carrier after the wait', 'sns', order, ['twilio'], 'delivered'],
    ['a payment is unknown, since nobody can tell that it was not sent', 'sns', payment, [], 'unknown'],
  ] as const)('F18: the request gets lost, and %s', async ([, carrier, kind, carriers, outcome], { tell }) => {
    const request = aRequest(kind)
    const fault = await world.strike({ ...callTo(carrier, request), does: { kind: 'hang', forwarded: false } })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(toldBy(judged)).toEqual(carriers)
    expect(judged).toMatchObject([{ notification: { outcome } }])
    tell(sentenceOfAll(judged))
  })
})

describe.concurrent('a carrier that breaks', () => {
  it.for([
    [
      'a code after acceptance, by the other carrier where that is faster than the receipt',
      'twilio',
      true,
      {},
      [['twilio'], ['twilio', 'sns']],
      'delivered',
    ],
    ['a code before acceptance', 'twilio', false, {}, [['twilio', 'sns']], 'delivered'],
    ['an order after acceptance', 'sns', true, order, [['sns', 'twilio']], 'delivered'],
    ['an order before acceptance', 'sns', false, order, [['sns', 'twilio']], 'delivered'],
    ['a payment after acceptance', 'sns', true, payment, [['sns']], 'unknown'],
    ['a payment before acceptance', 'sns', false, payment, [['sns']], 'unknown'],
  ] as const)('F20: a server error for %s', async ([, carrier, afterAcceptance, kind, carriers, outcome], { tell }) => {
    const judged = await sendBy(carrier, { call: { fate: 'server-error', afterAcceptance } }, kind)
    expect(carriers).toContainEqual(toldBy(judged))
    expect(judged).toMatchObject([{ notification: { outcome } }])
    tell(sentenceOfAll(judged))
  })

  it.for([
    ['before the request reached it', 'sns', false, payment, [], 'unknown'],
    ['after it accepted', 'sns', true, payment, ['sns'], 'unknown'],
    ['before the request reached it', 'twilio', false, {}, ['sns'], 'delivered'],
  ] as const)('F23: the connection breaks %s (%s), and no client tries the same attempt again', async (of, { tell }) => {
    const [, carrier, forwarded, kind, carriers, outcome] = of
    const request = aRequest(kind)
    await world.network.scriptPhone(request.to, carrier === 'twilio' ? {} : silent)
    const fault = await world.strike({ ...callTo(carrier, request), times: 5, does: { kind: 'reset', forwarded } })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(toldBy(judged)).toEqual(carriers)
    expect(judged).toMatchObject([{ notification: { outcome } }])
    tell(sentenceOfAll(judged))
  })
})

describe.concurrent('a carrier that throttles', () => {
  it.for([
    ['without Retry-After: three tries, then the other carrier', undefined, ['twilio', 'twilio', 'twilio', 'sns']],
    ['with a short Retry-After: three tries, then the other carrier', 2, ['twilio', 'twilio', 'twilio', 'sns']],
    ['with a Retry-After of more than a minute: the other carrier at once', 300, ['twilio', 'sns']],
  ] as const)('F21: 429 %s', async ([, retryAfterSeconds, carriers], { tell }) => {
    const judged = await sendBy('twilio', {
      call: { fate: 'throttle', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
    })
    expect(toldBy(judged)).toEqual(carriers)
    expect(judged).toMatchObject([{ notification: { outcome: 'delivered', attempts: carriers.map((carrier) => ({ carrier })) } }])
    tell(sentenceOfAll(judged))
  })

  it('F21: a storm of ten at once, each a new attempt for every try', async ({ tell }) => {
    const requests = Array.from({ length: 10 }, () => aRequest())
    for (const { to } of requests) await world.network.scriptCarrierPhone('twilio', to, { call: { fate: 'throttle' } })
    const judged = await world.send(...requests)
    for (const { notification, calls } of judged) expect(notification.attempts).toHaveLength(calls.length)
    tell(sentenceOfAll(judged))
  })
})

/** An answer in place of the carrier's own, which has accepted. */
const saysInstead = (status: number, contentType: string, body: string) =>
  ({ kind: 'answer', forwarded: true, status, headers: { 'content-type': contentType }, body }) as const

const publishedAs = (messageId: string) =>
  `<PublishResponse><PublishResult><MessageId>${messageId}</MessageId></PublishResult></PublishResponse>`

describe.concurrent('a carrier that accepts and cannot be understood', () => {
  it.for([
    ['an empty body', 'sns', saysInstead(200, 'text/xml', ''), ['sns'], payment, 'unknown'],
    ['a web page', 'sns', saysInstead(200, 'text/html', '<html><body>Sorry</body></html>'), ['sns'], payment, 'unknown'],
    ['a body that breaks off', 'sns', { kind: 'cut', afterBytes: 40 }, ['sns'], payment, 'unknown'],
    ['an empty body', 'twilio', saysInstead(201, 'application/json', ''), ['twilio'], {}, 'delivered'],
    ['a web page', 'twilio', saysInstead(200, 'text/html', '<html></html>'), ['twilio'], {}, 'delivered'],
    ['a body that breaks off', 'twilio', { kind: 'cut', afterBytes: 40 }, ['twilio'], {}, 'delivered'],
  ] as const)('F22: %s from %s is an unknown answer', async ([, carrier, does, carriers, kind, outcome], { tell }) => {
    const request = aRequest(kind)
    const receipts = [{ status: 'delivered' as const, beforeReply: true }]
    if (carrier === 'twilio') await world.network.scriptCarrierPhone(carrier, request.to, { receipts })
    const fault = await world.strike({ ...callTo(carrier, request), does })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(toldBy(judged)).toEqual(carriers)
    const kept = { outcome, attempts: [{ answer: { type: 'unknown' } }] } // the receipt may be kept before the answer is
    await vi.waitFor(async () => expect(await world.judge(request)).toMatchObject({ notification: kept }), 10_000)
    tell(sentenceOfAll(judged))
  })

  it('F22: a message id that another attempt has is an unknown answer', async ({ tell }) => {
    const [earlier, request] = [aRequest(payment), aRequest(payment)]
    const [first] = await world.send(earlier)
    const seenBefore = publishedAs(first?.calls[0]?.messageId ?? '')
    await world.network.scriptCarrierPhone('sns', request.to, silent)
    const fault = await world.strike({ ...callTo('sns', request), does: saysInstead(200, 'text/xml', seenBefore) })
    const judged = await world.send(request)
    expect(await fault.strikes()).toHaveLength(1)
    expect(judged).toMatchObject([{ notification: { outcome: 'unknown', reason: 'message-id-seen-before' }, calls: [{}] }])
    expect(await world.judge(earlier)).toMatchObject({ notification: { outcome: 'delivered' } })
    tell(sentenceOfAll(judged))
  })
})
