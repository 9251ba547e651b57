import { randomBytes } from 'node:crypto'
import twilio from 'twilio'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { callFunctionUrl } from '../../e2e/call-function-url.ts'
import { requestsTo } from '../../e2e/heliograph.ts'
import { it } from '../it.ts'
import { lost } from '../requests.ts'
import { sentenceOfAll } from '../sentence-of.ts'
import { type UnderFaults, underFaults } from '../under-faults.ts'

const aRequest = requestsTo(617)

let world: UnderFaults
beforeAll(async () => {
  world = await underFaults()
})
afterAll(() => world.stop())

interface Callback {
  readonly url: string
  readonly form: Readonly<Record<string, string>>
  readonly token: string
  /** What arrives, where it is not what was signed. */
  readonly body?: string
  readonly signature?: string
}

const call = ({ url, form, token, body, signature }: Callback) =>
  callFunctionUrl(
    inject('deployed').emulatorUrl,
    url,
    {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature ?? twilio.getExpectedTwilioSignature(token, url, form),
    },
    body ?? new URLSearchParams(form).toString(),
  )

const sid = () => `SM${randomBytes(16).toString('hex')}`
const later = 4_000_000_000

/** Each takes what Twilio would rightly say of an attempt, and makes it what nobody may believe. */
const forgeries: Readonly<Record<string, (right: Callback) => Callback>> = {
  'signed with another token': (right) => ({ ...right, token: randomBytes(16).toString('hex') }),
  'with no signature': (right) => ({ ...right, signature: '' }),
  'with a signature that lacks its end': (right) => ({
    ...right,
    signature: twilio.getExpectedTwilioSignature(right.token, right.url, right.form).slice(0, -2),
  }),
  'signed for another attempt': (right) => ({
    ...right,
    signature: twilio.getExpectedTwilioSignature(right.token, right.url.replace('%2F1', '%2F2'), right.form),
  }),
  'changed after it was signed': (right) => ({
    ...right,
    signature: twilio.getExpectedTwilioSignature(right.token, right.url, { ...right.form, MessageStatus: 'sent' }),
  }),
  'with a parameter twice': (right) => ({ ...right, body: `${new URLSearchParams(right.form)}&MessageStatus=sent` }),
  'of another account': (right) => ({ ...right, form: { ...right.form, AccountSid: `AC${'9'.repeat(32)}` } }),
  'too large': (right) => ({ ...right, form: { ...right.form, Padding: 'x'.repeat(20_000) } }),
  'for an attempt of another deployment': (right) => ({ ...right, url: right.url.replace('attempt=', 'attempt=elsewhere-') }),
  'of yesterday': (right) => ({ ...right, url: right.url.replace(String(later), '1700000000') }),
}

it('F32: 200 forged and replayed callbacks are refused and change nothing, and a right one is taken', async ({ tell }) => {
  const request = aRequest()
  await world.network.scriptPhone(request.to, lost)
  await world.put(request)
  const judged = await world.ended(request)
  const before = await world.notification(request.notificationId)
  const attempt = before.attempts.find(({ carrier }) => carrier === 'twilio')?.number ?? 0
  const url = `${world.target.outputs.TwilioCallbackUrl}?attempt=${encodeURIComponent(`${request.notificationId}/${attempt}`)}&expires=${later}`
  const right = (): Callback => ({
    url,
    token: twilioAccount.authToken,
    form: { AccountSid: twilioAccount.accountSid, MessageSid: sid(), MessageStatus: 'delivered' },
  })
  const statuses = new Set<number | undefined>()
  for (const forge of Object.values(forgeries)) for (let time = 0; time < 20; time += 1) statuses.add(await call(forge(right())))
  expect([...statuses].toSorted()).toEqual([401, 403, 404, 413])
  expect(await world.notification(request.notificationId)).toEqual(before)
  expect(await call(right())).toBe(204)
  await world.delivered(request)
  tell(`200 refused: 401, 403, 404 or 413; before: ${sentenceOfAll(judged)}; after a right one: delivered`)
})
