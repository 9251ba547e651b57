import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { aNetwork } from './a-network.ts'
import { aReceiver } from './a-receiver.ts'
import { phone } from './phone.ts'

const publicUrl = 'https://abc123.lambda-url.us-east-1.on.aws/twilio'

/** A network that brings replies to a receiver, under a public URL. */
const aNetworkWithReplies = async (...answers: (number | 'reset')[]) => {
  const { url: callbacksTo, callbacks: brought } = await aReceiver(...answers)
  const network = await aNetwork({ twilio: { callbacksTo } })
  await network.bringRepliesTo('twilio', `${publicUrl}#rc=2&rp=all`)
  return { ...network, brought }
}

const isGenuine = ({ headers, form }: Awaited<ReturnType<typeof aReceiver>>['callbacks'][number]) =>
  twilio.validateRequest(twilioAccount.authToken, String(headers['x-twilio-signature']), publicUrl, form)

describe('what somebody writes back', () => {
  it('is brought by Twilio in its words, signed over the public URL, and the answer is told', async () => {
    const { reply, create, brought } = await aNetworkWithReplies(200)
    await create()
    expect(await reply(phone, { text: 'Stop.' })).toEqual([{ carrier: 'twilio', status: 200, body: '' }])
    const sid = expect.stringMatching(/^SM[0-9a-f]{32}$/)
    expect(brought.map(({ form }) => form)).toEqual([
      {
        ToCountry: 'US',
        SmsMessageSid: sid,
        NumMedia: '0',
        SmsSid: sid,
        SmsStatus: 'received',
        Body: 'Stop.',
        FromCountry: 'US',
        To: '+15005550006',
        NumSegments: '1',
        MessageSid: sid,
        AccountSid: twilioAccount.accountSid,
        From: phone,
        ApiVersion: '2010-04-01',
      },
    ])
    expect(brought[0]).toMatchObject({ path: '/twilio', headers: { host: 'abc123.lambda-url.us-east-1.on.aws' } })
    expect(brought.every(isGenuine)).toBe(true)
  })

  it('goes to whoever texted the phone last, unless it names another', async () => {
    const { reply, create, brought } = await aNetworkWithReplies()
    await create({ from: '+15005550006' })
    await create({ from: '+15005550111' })
    await reply(phone, { text: 'HELP' })
    await reply(phone, { text: 'HELP', to: '+15005550222' })
    expect(brought.map(({ form }) => form.To)).toEqual(['+15005550111', '+15005550222'])
  })

  it('says what Twilio takes it for, where the account taught it that', async () => {
    const { reply, brought } = await aNetworkWithReplies()
    await reply(phone, { text: 'BAJA', optOutType: 'STOP' })
    expect(brought).toMatchObject([{ form: { Body: 'BAJA', OptOutType: 'STOP' } }])
  })

  it('is brought again when that fails, as the URL asks, and is the same text then', async () => {
    const { reply, brought } = await aNetworkWithReplies(502, 'reset', 200)
    expect(await reply(phone, { text: 'STOP' })).toMatchObject([{ status: 200 }])
    expect(brought).toHaveLength(3)
    expect(new Set(brought.map(({ form }) => form.MessageSid)).size).toBe(1)
  })

  it('is refused like any other request, and that is told', async () => {
    const { reply, brought } = await aNetworkWithReplies(403, 403, 403)
    expect(await reply(phone, { text: 'STOP' })).toMatchObject([{ status: 403 }])
    expect(brought).toHaveLength(3)
  })

  it('may be brought by somebody else, who tries once and whose signature is wrong', async () => {
    const { reply, brought } = await aNetworkWithReplies(401)
    expect(await reply(phone, { text: 'START', forged: true })).toMatchObject([{ status: 401 }])
    expect(brought.map(isGenuine)).toEqual([false])
  })
})

describe('a reply is refused with a sentence', () => {
  it('where no carrier knows where to bring it', async () => {
    const { reply } = await aNetwork()
    await expect(reply(phone, { text: 'STOP' })).rejects.toThrow('No carrier has been told where to bring replies.')
  })

  it('where a carrier brings it to nobody', async () => {
    const { bringRepliesTo } = await aNetwork()
    await expect(bringRepliesTo('sns', publicUrl)).rejects.toThrow('sns brings replies to nobody.')
  })

  it('that names every wrong field', async () => {
    const { reply } = await aNetworkWithReplies()
    await expect(reply(phone, { words: 'STOP', to: 'us' } as never)).rejects.toThrow(/reply\.text.*reply\.to/)
  })
})
