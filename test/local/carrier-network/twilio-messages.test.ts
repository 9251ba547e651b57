import twilio from 'twilio'
import { describe, expect, it, vi } from 'vitest'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'
import { aMessage, twilioClient } from './twilio-sender.ts'

const service = `MG${'a'.repeat(32)}`

describe('Twilio, as its own client sees it,', () => {
  it('creates a message that is queued', async () => {
    const { url, messages } = await aNetwork()
    const created = await twilioClient(url).messages.create(aMessage)
    expect(created).toMatchObject({
      ...aMessage,
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      accountSid: twilioAccount.accountSid,
      status: 'queued',
      direction: 'outbound-api',
      numSegments: '1',
      errorCode: null,
      errorMessage: null,
      price: null,
      priceUnit: 'USD',
      dateCreated: expect.any(Date),
      dateSent: null,
      messagingServiceSid: null,
      uri: `/2010-04-01/Accounts/${twilioAccount.accountSid}/Messages/${created.sid}.json`,
    })
    expect(Math.abs(Date.now() - created.dateCreated.getTime())).toBeLessThan(2_000)
    expect(await messages()).toMatchObject([
      { carrier: 'twilio', messageId: created.sid, to: phone, originationNumber: aMessage.from },
    ])
  })

  it('accepts a message for a Messaging Service, whose sender and parts it tells later', async () => {
    const { url } = await aNetwork()
    const { messages } = twilioClient(url)
    const created = await messages.create({ to: phone, messagingServiceSid: service, body: 'a'.repeat(161) })
    expect(created).toMatchObject({ status: 'accepted', from: null, numSegments: '0', messagingServiceSid: service })
    await vi.waitFor(async () =>
      expect(await messages(created.sid).fetch()).toMatchObject({ status: 'delivered', numSegments: '2' }),
    )
  })

  it('fetches a message with what it has said of it so far', async () => {
    const { url, scriptPhone } = await aNetwork()
    await scriptPhone(phone, { receipts: [{ status: 'undelivered', afterMs: 30, errorCode: '30003' }] })
    const { messages } = twilioClient(url)
    const { sid } = await messages.create(aMessage)
    expect(await messages(sid).fetch()).toMatchObject({ ...aMessage, status: 'queued', dateSent: null })
    await vi.waitFor(async () => expect(await messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30003 }))
  })

  it('knows no message that it did not accept, and no other request', async () => {
    const { url, publish } = await aNetwork()
    const { messages } = twilioClient(url)
    const { messageId = '' } = await publish()
    await expect(messages(messageId).fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
    await expect(messages.list()).rejects.toMatchObject({ status: 404, code: 20404 })
  })

  it('reads the whole request', async () => {
    const { create, messages } = await aNetwork()
    const statusCallback = 'https://hooks.example.com/receipts?attempt=a1#rc=3&rp=all'
    await create({ from: 'MyShop', validityPeriod: 600, messagingServiceSid: service, statusCallback })
    const read = { senderId: 'MyShop', validitySeconds: 600, messagingServiceSid: service, statusCallback, parts: 1 }
    expect(await messages()).toMatchObject([read])
  })

  it('counts a request with wrong credentials, and refuses it', async () => {
    const { url, calls } = await aNetwork()
    const refusal = { status: 401, code: 20003, message: 'Authenticate' }
    const stranger = { sid: `AC${'9'.repeat(32)}` }
    for (const who of [{ token: 'wrong' }, stranger]) {
      const { messages } = twilioClient(url, who)
      await expect(messages.create(aMessage)).rejects.toMatchObject(refusal)
      await expect(messages(`SM${'a'.repeat(32)}`).fetch()).rejects.toMatchObject(refusal)
    }
    const counted = { carrier: 'twilio', fate: 'invalid', code: '20003', to: phone, answered: true }
    expect(await calls()).toMatchObject([counted, counted])
  })

  it('takes both auth tokens while one is rotated', async () => {
    const account = { ...twilioAccount, authToken: 'new', formerAuthToken: 'former' }
    const { url } = await aNetwork({ twilio: { account } })
    for (const token of ['new', 'former']) {
      expect(await twilioClient(url, { token }).messages.create(aMessage)).toMatchObject({ status: 'queued' })
    }
    await expect(twilioClient(url).messages.create(aMessage)).rejects.toMatchObject({ code: 20003 })
  })

  it.each([
    { what: 'no recipient', changed: { to: '' }, code: 21604 },
    { what: 'a recipient not in E.164', changed: { to: '4155550123' }, code: 21211 },
    { what: 'no sender', changed: { from: '' }, code: 21603 },
    { what: 'a sender of a wrong form', changed: { from: 'MyVeryLongShop' }, code: 21212 },
    { what: 'a Messaging Service of a wrong form', changed: { messagingServiceSid: 'MG1' }, code: 21705 },
    { what: 'no body', changed: { body: '' }, code: 21602 },
    { what: 'a body that is too long', changed: { body: 'a'.repeat(1_601) }, code: 21617 },
    { what: 'no validity', changed: { validityPeriod: 0 }, code: 90007 },
    { what: 'too long a validity', changed: { validityPeriod: 36_001 }, code: 90007 },
    { what: 'half a second of validity', changed: { validityPeriod: 1.5 }, code: 90007 },
    { what: 'a callback that is no URL', changed: { statusCallback: 'receipts' }, code: 21609 },
    { what: 'a callback by another protocol', changed: { statusCallback: 'ftp://example.com/' }, code: 21609 },
    {
      what: 'a callback with an underscore in its host',
      changed: { statusCallback: 'https://my_shop.example.com/' },
      code: 21609,
    },
    { what: 'a callback that is too long', changed: { statusCallback: `https://example.com/${'a'.repeat(4_000)}` }, code: 21609 },
  ])('refuses a message with $what: $code', async ({ changed, code }) => {
    const { create, calls } = await aNetwork()
    expect(await create(changed)).toMatchObject({ httpStatus: 400, error: code })
    expect(await calls()).toMatchObject([{ fate: 'invalid', code: String(code), answered: true }])
  })

  it.each([
    { body: 'a'.repeat(1_600) },
    { validityPeriod: 1 },
    { validityPeriod: 36_000 },
    { from: '12345' },
    { statusCallback: 'https://example.com/with_underscore?in=a_path' },
  ])('accepts the utmost: %.60o', async (changed) => {
    const { create } = await aNetwork()
    expect(await create(changed)).toMatchObject({ status: 'queued' })
  })

  it('quotes the number that it refuses, which no log may show', async () => {
    const { create } = await aNetwork()
    expect(await create({ to: '4155550123' })).toMatchObject({ message: expect.stringContaining('4155550123') })
  })

  it('finds no parameter in a body that is not a form', async () => {
    const { url } = await aNetwork()
    const { accountSid, authToken } = twilioAccount
    const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`
    const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ To: phone, From: '+15005550006', Body: 'Hello' }),
    })
    expect(await response.json()).toMatchObject({ code: 21604, status: 400 })
  })

  it('fails with its own exception, as its documents say', async () => {
    const { url } = await aNetwork()
    const refusal = await twilioClient(url)
      .messages.create({ ...aMessage, to: '123' })
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(twilio.RestException)
    expect(refusal).toMatchObject({ status: 400, code: 21211, moreInfo: 'https://www.twilio.com/docs/errors/21211' })
  })
})
