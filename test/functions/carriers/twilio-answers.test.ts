import { describe, expect, it } from 'vitest'
import type { TwilioSettings } from '../../../functions/carriers/twilio.ts'
import { aBareTwilio, created, messageSid, refused, type Said } from './a-bare-twilio.ts'
import { account, aTwilioCaller, aTwilioMessage } from './a-twilio-caller.ts'

/** The answer to one text, of which Twilio hears once at most, and which never tells what is personal. */
const answerWhen = async (said: Said, settings: Partial<TwilioSettings> = {}) => {
  const { url, asked } = await aBareTwilio(said)
  const answer = await aTwilioCaller(url, settings)()
  expect(asked).toHaveLength(1)
  for (const personal of ['4155550123', aTwilioMessage().text, account.authToken])
    expect(JSON.stringify(answer)).not.toContain(personal)
  return answer
}

const throttled = { type: 'notSent', failure: { class: 'throttled', reason: 'too-many-requests' } }

describe('a text that Twilio', () => {
  it.each([messageSid, `MM${'aF09'.repeat(8)}`])(
    'takes is accepted, with the id that its receipts will carry: %s',
    async (sid) => {
      expect(await answerWhen({ body: created({ sid }) })).toEqual({ type: 'accepted', messageId: sid })
    },
  )

  it.each([
    [400, 21211, 'recipient', 'invalid-number'],
    [400, 21610, 'recipient', 'opted-out'],
    [400, 21408, 'route', 'country-not-enabled'],
    [401, 20003, 'account', 'bad-credentials'],
    [403, 20003, 'account', 'bad-credentials'],
    [400, 21617, 'request', 'body-too-long'],
    [400, 21611, 'throttled', 'queue-full'],
    [429, 63038, 'account', 'daily-limit'],
  ])('refuses by status %d and code %d was not sent: %s, %s', async (status, code, failureClass, reason) => {
    const answer = await answerWhen({ status, body: refused(code) })
    expect(answer).toEqual({ type: 'notSent', failure: { class: failureClass, reason } })
  })

  it.each([
    [404, 99_999],
    [400, 0],
  ])('refuses by status %d and a code that nobody knows, %d, was not sent, and the code stays', async (status, code) => {
    const failure = { class: 'unclassified', reason: 'unknown-code' }
    expect(await answerWhen({ status, body: refused(code) })).toEqual({
      type: 'notSent',
      failure,
      unclassified: `twilio-${code}`,
    })
  })

  it.each<[string, Said]>([
    ['by 429 and code 20429', { status: 429, body: refused(20429) }],
    ['by 429 alone', { status: 429, body: '' }],
    ['by code 20429 with another status', { status: 400, body: refused(20429) }],
  ])('throttles %s was not sent, and is left alone for as long as Twilio wants', async (_, said) => {
    expect(await answerWhen(said)).toEqual(throttled)
    expect(await answerWhen({ ...said, headers: { 'retry-after': '7' } })).toEqual({ ...throttled, retryAfterSeconds: 7 })
    const untilHalfPast = { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }
    expect(await answerWhen({ ...said, headers: untilHalfPast })).toEqual({ ...throttled, retryAfterSeconds: 30 })
    expect(await answerWhen({ ...said, headers: { 'retry-after': 'soon' } })).toEqual(throttled)
  })

  it('refuses for good is not to be tried again after a while', async () => {
    const answer = await answerWhen({ status: 400, body: refused(21211), headers: { 'retry-after': '7' } })
    expect(answer).toEqual({ type: 'notSent', failure: { class: 'recipient', reason: 'invalid-number' } })
  })

  it.each<[string, string, Said]>([
    ['a 500', 'http-500', { status: 500, body: refused(20500) }],
    ['a 503 with a code of the table', 'http-503', { status: 503, body: refused(21211) }],
    ['a 503 that names a time', 'http-503', { status: 503, headers: { 'retry-after': '1' } }],
    ['code 20500, whatever the status', 'http-400', { status: 400, body: refused(20500) }],
    ['a refusal that is no JSON', 'http-403', { status: 403, body: '<html>Forbidden</html>' }],
    ['an empty refusal', 'http-400', { status: 400, body: '' }],
    ['a refusal without a code', 'http-401', { status: 401, body: { message: 'no' } }],
    ['a refusal whose code is no number', 'http-400', { status: 400, body: refused('21211') }],
    ['a refusal of the connection for which it came', 'http-421', { status: 421, body: '' }],
    ['a redirection', 'http-302', { status: 302, headers: { location: '/elsewhere' } }],
    ['a redirection that keeps the request', 'http-307', { status: 307, headers: { location: '/elsewhere' } }],
    ['success, but not of a creation', 'http-200', { status: 200 }],
    ['a success without an id', 'no-message-id', { body: created({ sid: null }) }],
    ['a success with an id that is none', 'no-message-id', { body: created({ sid: '+14155550123' }) }],
    ['a success that is no JSON', 'no-message-id', { body: '{"sid":"SM' }],
    ['an empty success', 'no-message-id', { body: '' }],
    ['a reset', 'no-answer', { end: 'reset' }],
    ['a success that breaks off', 'no-answer', { end: 'reset-half-way' }],
  ])('answers by %s may have been sent: %s', async (_, reason, said) => {
    expect(await answerWhen(said)).toEqual({ type: 'unknown', reason })
  })

  it.each(['silence', 'silence-half-way'] as const)(
    'answers by %s may have been sent, and nobody waits longer than is set',
    async (end) => {
      expect(await answerWhen({ end }, { timeoutMs: 100 })).toEqual({ type: 'unknown', reason: 'no-answer' })
    },
    3_000,
  )

  it('cannot hear was not sent', async () => {
    const { url, stop } = await aBareTwilio()
    stop()
    expect(await aTwilioCaller(url)()).toEqual({ type: 'notSent', failure: { class: 'route', reason: 'unreachable' } })
  })
})
