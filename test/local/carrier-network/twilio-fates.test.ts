import { describe, expect, it, vi } from 'vitest'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { aNetwork } from './a-network.ts'
import { phone } from './phone.ts'

describe('a call to Twilio', () => {
  it.each([
    { code: '21610', httpStatus: 400 },
    { code: '21408', httpStatus: 400 },
    { code: '20003', httpStatus: 401 },
    { code: '63038', httpStatus: 429 },
    { code: '20500', httpStatus: 500 },
  ])('that is refused with $code fails with $httpStatus, and was not accepted', async ({ code, httpStatus }) => {
    const { create, scriptPhone, calls, messages } = await aNetwork()
    await scriptPhone(phone, { call: { fate: 'refuse', code, message: 'Not today' } })
    expect(await create()).toEqual({ error: Number(code), httpStatus, message: 'Not today' })
    expect(await calls()).toMatchObject([{ carrier: 'twilio', fate: 'refuse', code, answered: true, to: phone }])
    expect(await messages()).toEqual([])
  })

  it('that is throttled fails with 20429, 429', async () => {
    const { create, scriptCarrier, calls, messages } = await aNetwork()
    await scriptCarrier('twilio', { call: { fate: 'throttle' } })
    expect(await create()).toMatchObject({ error: 20429, httpStatus: 429 })
    expect(await calls()).toMatchObject([{ fate: 'throttle', code: '20429' }])
    expect(await messages()).toEqual([])
  })

  it.each([{ retryAfterSeconds: 30, header: '30' }, { retryAfterSeconds: 0, header: '0' }, { header: null }])(
    'that is throttled says when to come again, or not: $header',
    async ({ retryAfterSeconds, header }) => {
      const { carrierUrls, scriptCarrier } = await aNetwork()
      await scriptCarrier('twilio', { call: { fate: 'throttle', retryAfterSeconds } })
      const { accountSid, authToken } = twilioAccount
      const response = await fetch(`${carrierUrls.twilio}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
        body: new URLSearchParams({ To: phone, From: '+15005550006', Body: 'Hello' }),
      })
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, header])
    },
  )

  it.each([
    { fate: 'hang', error: 'ECONNABORTED', answered: false },
    { fate: 'reset', error: 'ECONNRESET', answered: false },
    { fate: 'server-error', error: 20500, answered: true },
  ] as const)('that ends in $fate fails as $error, accepted or not', async ({ fate, error, answered }) => {
    const { create, scriptPhone, calls, messages } = await aNetwork({ patienceMs: fate === 'hang' ? 300 : 5_000 })
    for (const afterAcceptance of [false, true]) {
      await scriptPhone(phone, { call: { fate, afterAcceptance } })
      expect(await create()).toMatchObject({ error })
    }
    expect(await calls()).toMatchObject([
      { fate, answered },
      { fate, answered },
    ])
    expect(await messages()).toMatchObject([{ fate, answered, arrived: true }])
  })

  it('is accepted although the caller has lost its patience and left', async () => {
    const { create, scriptPhone, messages } = await aNetwork({ patienceMs: 300 })
    await scriptPhone(phone, { call: { fate: 'accept', afterMs: 600 } })
    expect(await create()).toMatchObject({ error: 'ECONNABORTED' })
    await vi.waitFor(async () => expect(await messages()).toMatchObject([{ carrier: 'twilio', answered: false }]))
  })
})

describe('a carrier that is down', () => {
  it('refuses every connection to its own address, while the other works', async () => {
    const { create, publish, scriptCarrier, calls } = await aNetwork()
    await scriptCarrier('twilio', { down: true })
    expect(await create()).toMatchObject({ error: 'ECONNREFUSED' })
    expect(await publish()).toHaveProperty('messageId')
    expect(await calls()).toMatchObject([{ carrier: 'sns' }])
  })

  it('comes back at the same address, whichever way', async () => {
    const { create, scriptCarrier, resetCarrier } = await aNetwork()
    for (const restore of [() => resetCarrier('twilio'), () => scriptCarrier('twilio', { down: false })]) {
      await scriptCarrier('twilio', { down: true })
      await scriptCarrier('twilio', { down: true })
      await restore()
      expect(await create()).toMatchObject({ status: 'queued' })
    }
  })

  it('drops the calls that are open', async () => {
    const { create, scriptCarrier, calls } = await aNetwork({ patienceMs: 60_000 })
    await scriptCarrier('twilio', { call: { fate: 'hang' } })
    const hanging = create()
    await vi.waitFor(async () => expect(await calls()).toHaveLength(1))
    await scriptCarrier('twilio', { down: true })
    expect(await hanging).toMatchObject({ error: 'ECONNRESET' })
  })

  it('hangs up on whoever calls it at the network’s own address', async () => {
    const { url, scriptCarrier, calls } = await aNetwork()
    await scriptCarrier('sns', { down: true })
    await expect(fetch(url, { method: 'POST', body: 'Action=Publish' })).rejects.toThrow('fetch failed')
    expect(await calls()).toEqual([])
  })
})
