import twilioPackage from 'twilio'
import { expect, it } from 'vitest'
import type { Message } from '../../../functions/carriers/carrier.ts'
import { type Asked, aBareTwilio, messageSid } from './a-bare-twilio.ts'
import { account, aTwilioCaller, aTwilioMessage } from './a-twilio-caller.ts'

/** The vendor's client, but for the address that it calls. */
const vendorsClient = (url: string) => {
  const httpClient = new twilioPackage.RequestClient()
  const request = httpClient.request.bind(httpClient)
  httpClient.request = (options) => request({ ...options, uri: options.uri.replace('https://api.twilio.com', url) })
  return twilioPackage(account.accountSid, account.authToken, { httpClient })
}

/** What counts of a request; its form in no order. */
const inShort = ({ method, path, headers, form }: Asked) => ({
  method,
  path,
  authorization: headers.authorization,
  accept: headers.accept,
  contentType: headers['content-type'],
  form: [...form].toSorted(([a], [b]) => a.localeCompare(b)),
})

const numbered: Message['sender'] = { originationNumber: '+15005550006' }
const serviced: Message['sender'] = { messagingServiceSid: `MG${'a'.repeat(32)}` }

it.each<[string, Partial<Message>, object]>([
  ['from a number', { sender: numbered }, { from: numbered.originationNumber }],
  ['from a messaging service', { sender: serviced }, { messagingServiceSid: serviced.messagingServiceSid }],
  [
    'with signs that are encoded',
    { sender: numbered, text: 'Grüße & 100 % + 1=2? #ok 👍🏽\n' },
    { from: numbered.originationNumber },
  ],
])("asks Twilio for a text %s as Twilio's own client does, parameter by parameter", async (_, overrides, sender) => {
  const { url, asked } = await aBareTwilio()
  const { to, text: body, validForSeconds: validityPeriod, attempt } = aTwilioMessage(overrides)
  const ourAnswer = await aTwilioCaller(url)(overrides)
  const statusCallback = asked[0]?.form.get('StatusCallback') ?? ''
  const request = { to, body, validityPeriod, statusCallback, attempt: attempt.attempt, ...sender }
  const { sid } = await vendorsClient(url).messages.create(request)
  const [ours, theirs] = asked.map(inShort)
  expect(ours).toEqual(theirs)
  expect([ourAnswer, sid]).toEqual([{ type: 'accepted', messageId: messageSid }, messageSid])
})
