import { describe, expect, it, vi } from 'vitest'
import type { Message } from '../../../functions/carriers/carrier.ts'
import { aBareTwilio, messageSid } from './a-bare-twilio.ts'
import { account, aTwilio, aTwilioCaller, aTwilioMessage } from './a-twilio-caller.ts'

/** What Twilio is asked for one text. */
const asking = async (message: Partial<Message> = {}) => {
  const { url, asked } = await aBareTwilio()
  await aTwilioCaller(url)(message)
  expect(asked).toHaveLength(1)
  const [{ form = new URLSearchParams(), ...request } = {}] = asked
  return { ...request, form: Object.fromEntries(form) }
}

const accepted = { type: 'accepted', messageId: messageSid }

describe('what is said to Twilio', () => {
  it('is said once, to our account, as a form', async () => {
    expect(await asking()).toMatchObject({
      method: 'POST',
      path: `/2010-04-01/Accounts/${account.accountSid}/Messages.json`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}`,
      },
    })
  })

  it('is number, sender, text, validity, the number of the attempt and where to call back, and nothing else', async () => {
    const { form } = await asking()
    expect(form).toEqual({
      To: '+14155550123',
      From: '+15005550006',
      Body: aTwilioMessage().text,
      StatusCallback: 'https://hooks.example.com/?attempt=shop-order-4711-shipped%2F2&expires=1796040000#rc=3&rp=all', // noon and 8 days
      ValidityPeriod: '3600',
      Attempt: '2',
    })
  })

  it('is the very text, whatever it holds', async () => {
    const text = 'Grüße & 100 % + 1=2?\r\n#ok;"\u2028" 👍🏽'
    expect((await asking({ text })).form).toMatchObject({ Body: text })
  })

  const service = `MG${'a'.repeat(32)}`
  it.each<[string, Message['sender'], object]>([
    ['a messaging service, which chooses the number', { messagingServiceSid: service }, { MessagingServiceSid: service }],
    [
      'it also where there is a number',
      { messagingServiceSid: service, originationNumber: '12345' },
      { MessagingServiceSid: service },
    ],
    ['one of our numbers', { originationNumber: '+15005550006' }, { From: '+15005550006' }],
    ['the number also where there is a sender id', { originationNumber: '12345', senderId: 'Shop' }, { From: '12345' }],
    ['a sender id', { senderId: 'Shop' }, { From: 'Shop' }],
    ['nobody, which Twilio refuses', {}, {}],
  ])('names as its sender %s', async (_, sender, named) => {
    const { From, MessagingServiceSid } = (await asking({ sender })).form
    expect({ From, MessagingServiceSid }).toEqual(named)
  })

  it.each([
    [86_400, '36000'],
    [36_001, '36000'],
    [36_000, '36000'],
    [299.9, '299'],
    [1, '1'],
    [0.4, '1'],
    [0, '1'],
    [-5, '1'],
  ])('is valid at Twilio, of %d seconds left, for %s', async (validForSeconds, period) => {
    expect((await asking({ validForSeconds })).form).toMatchObject({ ValidityPeriod: period })
  })

  it('is said on a fresh connection each time, one after the other and at once', async () => {
    const { url, asked, connections } = await aBareTwilio()
    const send = aTwilioCaller(url)
    expect([await send(), await send(), ...(await Promise.all([send(), send()]))]).toEqual(Array(4).fill(accepted))
    expect({ asked: asked.length, connections: connections() }).toEqual({ asked: 4, connections: 4 })
  })
})

describe('the account', () => {
  it('is read anew for the attempt after a 401, whose own call is not repeated', async () => {
    const { url, asked } = await aBareTwilio({ status: 401, body: { code: 20003 } })
    const rotated = { ...account, authToken: 'f'.repeat(32) }
    let kept: typeof account | undefined = account
    const send = aTwilioCaller(url, {
      account: async () => kept ?? rotated,
      forgetAccount: () => {
        kept = undefined
      },
    })
    expect(await send()).toEqual({ type: 'notSent', failure: { class: 'account', reason: 'bad-credentials' } })
    expect(asked).toHaveLength(1)
    await send()
    const passwords = asked.map(({ headers }) => atob(headers.authorization?.slice(6) ?? '').slice(35))
    expect(passwords).toEqual([account.authToken, rotated.authToken])
  })

  it.each([201, 400, 403, 429, 500])('is kept after a %d', async (status) => {
    const { url } = await aBareTwilio({ status })
    const forgetAccount = vi.fn()
    await aTwilioCaller(url, { forgetAccount })()
    expect(forgetAccount).not.toHaveBeenCalled()
  })

  it('that cannot be read leaves the text not sent, and the reason untold', async () => {
    const { url, asked } = await aBareTwilio()
    const unreadable = Promise.reject(new Error('the secret holds 0123456789abcdef'))
    const answer = await aTwilioCaller(url, { account: () => unreadable })()
    expect(answer).toEqual({ type: 'notSent', failure: { class: 'account', reason: 'no-credentials' } })
    expect(asked).toHaveLength(0)
  })
})

describe('preparing for Twilio', () => {
  it('reads the account, and asks Twilio for nothing', async () => {
    const { url, asked } = await aBareTwilio()
    const read = vi.fn(async () => account)
    await aTwilio(url, { account: read }).prepare?.()
    expect(read).toHaveBeenCalledOnce()
    expect(asked).toEqual([])
  })

  it('does not fail where the account cannot be read: the answer of the call says it', async () => {
    const { url } = await aBareTwilio()
    const { prepare, send } = aTwilio(url, { account: () => Promise.reject(new Error('no secret')) })
    await expect(prepare?.()).resolves.toBeUndefined()
    expect(await send(aTwilioMessage())).toMatchObject({ failure: { class: 'account', reason: 'no-credentials' } })
  })
})
