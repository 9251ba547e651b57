import { randomUUID } from 'node:crypto'
import twilio from 'twilio'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { twilioAccount } from '../../local/carrier-network/twilio-account.ts'
import { callFunctionUrl } from './call-function-url.ts'
import { heliograph, requestsTo } from './heliograph.ts'

const aRequest = requestsTo(617)

let world: Awaited<ReturnType<typeof heliograph>>
beforeAll(async () => {
  world = await heliograph()
})
afterAll(() => world.stop())

interface Callback {
  readonly attempt: string
  readonly expires?: number
  readonly token?: string
  readonly form?: Record<string, string>
}

/** Calls the Function URL as Twilio does, or as somebody who only pretends to be. */
const callBack = ({ attempt, expires = 4_000_000_000, token = twilioAccount.authToken, form = {} }: Callback) => {
  const url = `${world.target.outputs.TwilioCallbackUrl}?attempt=${encodeURIComponent(attempt)}&expires=${expires}`
  const said = {
    AccountSid: twilioAccount.accountSid,
    MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
    MessageStatus: 'delivered',
    ...form,
  }
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': twilio.getExpectedTwilioSignature(token, url, said),
  }
  return callFunctionUrl(inject('deployed').emulatorUrl, url, headers, new URLSearchParams(said).toString())
}

/** A code whose carriers both stay silent for now, so that only a callback can deliver it. */
const aSilentOne = async () => {
  const request = aRequest()
  await world.network.scriptCarrierPhone('twilio', request.to, { receipts: [], arrives: false })
  await world.network.scriptCarrierPhone('sns', request.to, { receipts: [], arrives: false })
  await world.put(request)
  await world.event(request.notificationId, 'Notification Sent')
  return `${request.notificationId}/1`
}

it.each([
  ['forged', 401, { token: 'somebody-elses-token' }],
  ['expired', 403, { expires: 1_700_000_000 }],
  ['of another account', 403, { form: { AccountSid: `AC${'9'.repeat(32)}` } }],
  ['that says what Twilio never says', 400, { form: { MessageStatus: 'arrived-by-pigeon' } }],
])('refuses a callback that is %s, and changes nothing', async (_case, status, callback) => {
  const attempt = await aSilentOne()
  expect(await callBack({ attempt, ...callback })).toBe(status)
  expect(await world.notification(attempt.split('/')[0] ?? '')).toMatchObject({ attempts: [{ status: 'accepted' }] })
})

it('refuses a callback for an attempt that it does not know', async () => {
  expect(await callBack({ attempt: 'test-of-another-deployment/1' })).toBe(404)
})

it('takes a callback that Twilio signed, and takes it again without harm', async () => {
  const attempt = await aSilentOne()
  const form = { MessageSid: `SM${randomUUID().replaceAll('-', '')}` }
  expect(await callBack({ attempt, form })).toBe(204)
  expect(await callBack({ attempt, form })).toBe(204)
  const delivered = await world.event(attempt.split('/')[0] ?? '', 'Notification Delivered')
  expect(delivered).toMatchObject({ carrier: 'twilio', attempt: 1, evidence: 'handset' })
})
