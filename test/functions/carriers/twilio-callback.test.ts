import { describe, expect, it } from 'vitest'
import { readCallback } from '../../../functions/carriers/twilio-callback.ts'
import { refusalStatus, type TwilioRequest } from '../../../functions/carriers/twilio-request.ts'
import { messageSid } from './a-bare-twilio.ts'
import { aCallback, aStatement, attempt, callbackUrl } from './a-callback.ts'
import { account, noon } from './a-twilio-caller.ts'

const { accountSid, authToken } = account
const otherToken = 'f'.repeat(32)

const reading = (callback: Partial<TwilioRequest> = {}, { now = noon, tokens = [authToken] } = {}) =>
  readCallback({ ...aCallback(), ...callback }, { accountSid, tokens, now })

/** A signed callback at another URL. */
const at = (url: string) => aCallback(aStatement(), { url })
const without = (name: string) => callbackUrl.replace(new RegExp(`${name}=[^&]*`), '')

const delivered = { carrier: 'twilio', messageId: messageSid, status: 'delivered', evidence: 'handset' }

describe('a callback of Twilio', () => {
  it('names the attempt and what became of it', () => {
    expect(reading()).toEqual({ ok: true, attempt, receipt: delivered })
  })

  it('that says nothing new is taken all the same', () => {
    expect(reading(aCallback(aStatement({ MessageStatus: 'queued' })))).toEqual({ ok: true, attempt, receipt: undefined })
  })

  it.each([0, 1])('is believed by either token while one is rotated: by token %d', (signer) => {
    const tokens = [authToken, otherToken]
    expect(reading(aCallback(aStatement(), { token: tokens[signer] }), { tokens })).toMatchObject({ ok: true })
  })

  it('is taken until its URL expires, and not from then on', () => {
    const expiry = noon.getTime() + 8 * 86_400_000
    expect(reading({}, { now: new Date(expiry - 1) })).toMatchObject({ ok: true })
    expect(reading({}, { now: new Date(expiry) })).toEqual({ ok: false, status: 403, reason: 'expired' })
  })

  const foreign = aStatement({ AccountSid: `AC${'2'.repeat(32)}` })
  const big = aStatement({ Padding: 'x'.repeat(16 * 1024) })
  it.each<[keyof typeof refusalStatus, string, Partial<TwilioRequest>]>([
    ['forged', 'by another token', aCallback(aStatement(), { token: otherToken })],
    ['forged', 'without a signature', { signature: undefined }],
    ['forged', 'by a signature for another attempt', { url: callbackUrl.replace('%2F2', '%2F1') }],
    ['forged', 'by a signature for another day', { url: callbackUrl.replace(/expires=\d+/, 'expires=1999999999') }],
    ['forged', 'by a signature for another status', { body: aCallback(aStatement({ MessageStatus: 'sent' })).body }],
    ['foreign', 'by the account', aCallback(foreign)],
    ['foreign', 'without an account', aCallback(aStatement({ AccountSid: undefined }))],
    ['oversized', 'though well signed', aCallback(big)],
    ['oversized', 'in bytes, not in letters', { body: `Padding=${'ä'.repeat(9 * 1024)}` }],
    ['malformed', 'without an attempt', at(without('attempt'))],
    ['malformed', 'with an attempt that is none', at(callbackUrl.replace('%2F2', ''))],
    ['malformed', 'without an expiry', at(without('expires'))],
    ['malformed', 'without a message', aCallback(aStatement({ MessageSid: undefined }))],
    ['malformed', 'with a message that is none', aCallback(aStatement({ MessageSid: '+14155550123' }))],
    ['malformed', 'without a status', aCallback(aStatement({ MessageStatus: undefined }))],
    ['malformed', 'with a status that nobody knows', aCallback(aStatement({ MessageStatus: 'pondered' }))],
    ['malformed', 'with a status that JavaScript knows', aCallback(aStatement({ MessageStatus: 'constructor' }))],
    ['malformed', 'with a body that is called JSON', { contentType: 'application/json' }],
    ['malformed', 'with a body that is called nothing', { contentType: undefined }],
    ['malformed', 'with a body that is called almost a form', { contentType: 'application/x-www-form-urlencoded2' }],
    ['malformed', 'with a body that mentions a form', { contentType: 'text/plain, application/x-www-form-urlencoded' }],
    ['malformed', 'with a message after something else', aCallback(aStatement({ MessageSid: `x${messageSid}` }))],
    ['malformed', 'with a message before something else', aCallback(aStatement({ MessageSid: `${messageSid}0` }))],
  ])('is %s %s', (reason, _, callback) => {
    expect(reading(callback)).toEqual({ ok: false, status: refusalStatus[reason], reason })
  })

  it('may be as large as 16 KB', () => {
    const empty = aCallback(aStatement({ Padding: '' })).body.length
    const body = aCallback(aStatement({ Padding: 'x'.repeat(16 * 1024 - empty) }))
    expect(Buffer.byteLength(body.body)).toBe(16 * 1024)
    expect(reading(body)).toMatchObject({ ok: true })
  })

  it.each<[keyof typeof refusalStatus, string, Partial<TwilioRequest>, Date]>([
    ['oversized', 'forged', { ...aCallback(big), signature: 'x' }, noon],
    ['forged', 'expired', { signature: 'x' }, new Date('2027-11-22')],
    ['expired', 'foreign', aCallback(foreign), new Date('2027-11-22')],
    ['foreign', 'malformed', aCallback({ ...foreign, MessageStatus: 'pondered' }), noon],
  ])('that is %s is not asked whether it is %s', (reason, _, callback, now) => {
    expect(reading(callback, { now })).toMatchObject({ reason })
  })

  it.each(['application/x-www-form-urlencoded', 'Application/X-WWW-Form-Urlencoded;charset=utf-8'])(
    'is a form when it says %s',
    (contentType) => {
      expect(reading({ contentType })).toMatchObject({ ok: true })
    },
  )

  it('is refused by a status that asks for no better credentials than a signature', () => {
    expect(refusalStatus).toEqual({ oversized: 413, forged: 401, misSigned: 401, expired: 403, foreign: 403, malformed: 400 })
  })
})
