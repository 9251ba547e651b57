import twilio from 'twilio'
import { describe, expect, it, vi } from 'vitest'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { signature } from '../../../local/carrier-network/twilio-signature.ts'
import { aNetwork } from './a-network.ts'
import { aReceiver } from './a-receiver.ts'
import { phone } from './phone.ts'
import { twilioClient } from './twilio-sender.ts'

const service = `MG${'a'.repeat(32)}`

type Callback = Awaited<ReturnType<typeof aReceiver>>['callbacks'][number]

/** Twilio's own judgement. @param origin which the signature covers, and the request's line does not name */
const isGenuine = ({ path, headers, form }: Callback, origin: string) =>
  twilio.validateRequest(twilioAccount.authToken, String(headers['x-twilio-signature']), origin + path, form)

describe('the callbacks of Twilio', () => {
  it('are, unless scripted, a signed "sent" and a signed "delivered"', async () => {
    const { create } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    const { sid } = await create({ statusCallback: `${url}/receipts?attempt=a1&expires=1764000000` })
    await vi.waitFor(() => expect(callbacks).toHaveLength(2))
    const always = { MessageSid: sid, SmsSid: sid, AccountSid: twilioAccount.accountSid, ApiVersion: '2010-04-01' }
    const message = { ...always, From: '+15005550006', To: phone }
    const RawDlrDoneDate = expect.stringMatching(/^\d{10}$/)
    expect(callbacks.map(({ form }) => form)).toEqual([
      { ...message, MessageStatus: 'sent', SmsStatus: 'sent' },
      { ...message, MessageStatus: 'delivered', SmsStatus: 'delivered', RawDlrDoneDate },
    ])
    for (const callback of callbacks) {
      expect(callback.path).toBe('/receipts?attempt=a1&expires=1764000000')
      expect(callback.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/)
      expect(isGenuine(callback, url)).toBe(true)
    }
  })

  it('name the Messaging Service where it has no sender yet', async () => {
    const { create, scriptPhone } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    await scriptPhone(phone, { receipts: [{ status: 'delivered' }] })
    await create({ from: undefined, messagingServiceSid: service, statusCallback: url })
    await vi.waitFor(() => expect(callbacks).toMatchObject([{ form: { MessagingServiceSid: service } }]))
    expect(callbacks[0]?.form).not.toHaveProperty('From')
  })

  it.each([
    { status: 'undelivered', errorCode: '30003', told: '30003' },
    { status: 'failed', errorCode: '30036', told: '30036' },
    { status: 'undelivered', told: '30008' },
    { status: 'failed', told: '30008' },
  ] as const)('say of a message that is $status why: $told', async ({ status, errorCode, told }) => {
    const { create, scriptPhone, messages } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    await scriptPhone(phone, { receipts: [{ status, errorCode }] })
    await create({ statusCallback: url })
    await vi.waitFor(() => expect(callbacks).toMatchObject([{ form: { MessageStatus: status, ErrorCode: told } }]))
    expect(await messages()).toMatchObject([{ arrived: false, receipts: [{ status }] }])
  })

  it('connect where they are told to, for the host and the signature of the public URL', async () => {
    const { url: emulator, callbacks } = await aReceiver()
    const { create } = await aNetwork({ twilio: { callbacksTo: emulator } })
    const origin = 'https://abc123.lambda-url.us-east-1.on.aws'
    await create({ statusCallback: `${origin}/?attempt=a1#rc=3&rp=all` })
    await vi.waitFor(() => expect(callbacks).toHaveLength(2))
    for (const callback of callbacks) {
      expect(callback).toMatchObject({ path: '/?attempt=a1', headers: { host: 'abc123.lambda-url.us-east-1.on.aws' } })
      expect(isGenuine(callback, origin)).toBe(true)
    }
  })

  it('are not made where the caller named no URL, though the message shows its status', async () => {
    const { create, messages, printed } = await aNetwork()
    await create()
    await vi.waitFor(async () =>
      expect(await messages()).toMatchObject([{ receipts: [{ status: 'sent' }, { status: 'delivered' }] }]),
    )
    expect(printed).toEqual([])
  })

  it('carry, when they come again, the same token and the same form; each fact has a token of its own', async () => {
    const { create, scriptPhone } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    await scriptPhone(phone, {
      receipts: [
        { status: 'delivered', times: 3 },
        { status: 'sent', afterMs: 40 },
      ],
    })
    await create({ statusCallback: url })
    await vi.waitFor(() => expect(callbacks).toHaveLength(4))
    const facts = callbacks.map(({ headers, form }) => [headers['i-twilio-idempotency-token'], JSON.stringify(form)].join(' '))
    expect(new Set(facts.slice(0, 3)).size).toBe(1)
    expect(new Set(facts).size).toBe(2)
  })

  it('may contradict each other and come out of order, each at its own time', async () => {
    const { create, scriptPhone } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    const receipts = [{ status: 'sent', afterMs: 80 }, { status: 'undelivered', afterMs: 40 }, { status: 'delivered' }] as const
    await scriptPhone(phone, { receipts: [...receipts] })
    await create({ statusCallback: url })
    const statuses = () => callbacks.map(({ form }) => form.MessageStatus)
    await vi.waitFor(() => expect(statuses()).toEqual(['delivered', 'undelivered', 'sent']))
  })

  it('come before the answer when the answer must wait for them, which says queued nevertheless', async () => {
    const { create, scriptPhone } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    await scriptPhone(phone, { receipts: [{ status: 'delivered', afterMs: 20, beforeReply: true }] })
    const { sid, status } = await create({ statusCallback: url })
    expect(callbacks).toMatchObject([{ form: { MessageSid: sid } }])
    expect(status).toBe('queued')
  })

  it('come also for a message whose caller never got its sid', async () => {
    const { create, scriptPhone, messages } = await aNetwork()
    const { url, callbacks } = await aReceiver()
    await scriptPhone(phone, { call: { fate: 'reset', afterAcceptance: true }, receipts: [{ status: 'delivered' }] })
    await create({ statusCallback: url })
    await vi.waitFor(() => expect(callbacks).toHaveLength(1))
    expect((await messages()).map(({ messageId }) => messageId)).toEqual([callbacks[0]?.form.MessageSid])
  })

  it('can be forged: not signed by Twilio, nor known to it, nor tried again when they are refused', async () => {
    const { carrierUrls, create, scriptPhone, messages, printed } = await aNetwork()
    const { url, callbacks } = await aReceiver(403)
    await scriptPhone(phone, { receipts: [{ status: 'delivered', forged: true }] })
    const { sid = '' } = await create({ statusCallback: `${url}/#rc=3&rp=all` })
    const forged = { status: 'delivered', forged: true, answers: [403] }
    await vi.waitFor(async () => expect(await messages()).toMatchObject([{ receipts: [forged] }]))
    expect(callbacks.map((callback) => isGenuine(callback, url))).toEqual([false])
    expect(await twilioClient(carrierUrls.twilio).messages(sid).fetch()).toMatchObject({ status: 'queued' })
    expect(printed).toEqual([])
  })
})

describe('a callback that fails', () => {
  it.each([
    { fragment: '#rc=3&rp=all', answers: [500, 'reset', 404], seen: [500, 404, 204] },
    { fragment: '#rc=2&rp=5xx', answers: [503, 503, 503], seen: [503, 503, 503] },
    { fragment: '#rc=2&rp=4xx,rt', answers: [429, 'reset'], seen: [429, 204] },
    { fragment: '#rc=2&rp=5xx', answers: [401], seen: [401] },
    { fragment: '#rc=2', answers: [500], seen: [500] },
    { fragment: '#rc=0&rp=all', answers: [500], seen: [500] },
    { fragment: '#rp=5xx', answers: [500, 500], seen: [500, 500] },
    { fragment: '', answers: [500], seen: [500] },
  ] as const)('with $answers is tried again as "$fragment" asks, under the same token', async ({ fragment, answers, seen }) => {
    const { create, scriptPhone, messages, printed } = await aNetwork()
    const { url, callbacks } = await aReceiver(...answers)
    await scriptPhone(phone, { receipts: [{ status: 'delivered' }] })
    const { sid } = await create({ statusCallback: `${url}/${fragment}` })
    const isLost = seen.at(-1) !== 204
    const lost = `carrier network: a receipt "delivered" of twilio for ${sid} is lost: Error: it was answered with ${seen.at(-1)}`
    await vi.waitFor(async () => expect(await messages()).toMatchObject([{ receipts: [{ answers: seen }] }]))
    await vi.waitFor(() => expect(printed).toEqual(isLost ? [lost] : []))
    expect(new Set(callbacks.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1)
    expect(callbacks.every((callback) => isGenuine(callback, url))).toBe(true)
  })

  it('for want of a connection is tried once more, unasked, and then lost with a line that holds no number', async () => {
    const { create, scriptPhone, messages, printed } = await aNetwork()
    await scriptPhone(phone, { receipts: [{ status: 'delivered' }] })
    const { sid } = await create({ statusCallback: 'http://127.0.0.1:1/' })
    await vi.waitFor(() => expect(printed).toHaveLength(1))
    expect(printed[0]).toBe(
      `carrier network: a receipt "delivered" of twilio for ${sid} is lost: Error: connect ECONNREFUSED 127.0.0.1:1`,
    )
    expect(await messages()).not.toMatchObject([{ receipts: [{ answers: expect.anything() }] }])
  })

  it('does not keep the network from stopping', async () => {
    const { create, scriptPhone, stop, messages, printed } = await aNetwork()
    const { url } = await aReceiver(500)
    await scriptPhone(phone, { receipts: [{ status: 'delivered' }] })
    await create({ statusCallback: `${url}/#rc=5&rp=all` })
    await vi.waitFor(async () => expect(await messages()).toMatchObject([{ receipts: [{ answers: [500] }] }]))
    await stop()
    expect(printed).toEqual([])
  })
})

it('signs as Twilio does', () => {
  const form = {
    To: '+14155550123',
    From: '+15005550006',
    AccountSid: 'AC00000000000000000000000000000001',
    MessageStatus: 'delivered',
    MessageSid: 'SM00000000000000000000000000000001',
  }
  const url = 'https://hooks.example.com/receipts/twilio?attempt=a1&expires=1764000000'
  expect(signature('0123456789abcdef0123456789abcdef', url, form)).toBe('GZ/MSeKPsEKWcA9ychAi7g3EUAo=')
})
