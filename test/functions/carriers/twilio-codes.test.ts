import { describe, expect, it } from 'vitest'
import { failureByCode, twilioFailures } from '../../../functions/carriers/twilio-codes.ts'
import type { Failure } from '../../../functions/notification/failure.ts'

/** Every code that we know of, by what it means for the text. */
const codes: [number, string, Failure['class'], string][] = [
  [20429, 'too many requests at once', 'throttled', 'too-many-requests'],
  [21611, 'the queue of the sender is full', 'throttled', 'queue-full'],
  [30001, 'the queue overflowed afterwards', 'throttled', 'queue-overflow'],
  [30022, 'too many texts a second', 'throttled', 'rate-exceeded'],
  [20003, 'the credentials are wrong', 'account', 'bad-credentials'],
  [30002, 'the account is suspended', 'account', 'suspended'],
  [21603, 'there is no sender', 'account', 'sender-missing'],
  [21606, 'the sender cannot text', 'account', 'sender-not-usable'],
  [21212, 'the sender is none', 'account', 'sender-invalid'],
  [30034, 'the US number is not registered', 'account', 'sender-not-registered'],
  [63038, 'the day has had its texts', 'account', 'daily-limit'],
  [21408, 'the country is not switched on', 'route', 'country-not-enabled'],
  [21612, 'there is no way from this sender to that number', 'route', 'unroutable'],
  [30036, 'the text was too old when its turn came', 'route', 'validity-expired'],
  [21211, 'the number is none', 'recipient', 'invalid-number'],
  [21614, 'the number takes no SMS', 'recipient', 'cannot-receive-sms'],
  [21635, 'the number is a landline', 'recipient', 'landline'],
  [21610, 'the recipient sent STOP', 'recipient', 'opted-out'],
  [30004, 'the text was blocked', 'recipient', 'blocked'],
  [30005, 'nobody knows the handset', 'recipient', 'unknown-handset'],
  [30006, 'a landline, or out of reach', 'recipient', 'landline-or-unreachable'],
  [30003, 'the handset is out of reach', 'absent', 'unreachable'],
  [30007, 'the text was filtered', 'content', 'filtered'],
  [21617, 'the text is too long', 'request', 'body-too-long'],
  [30008, 'nobody knows why', 'unclassified', 'unknown-error'],
]

describe('a code of Twilio', () => {
  it.each(codes)('%d, %s, means %s: %s', (code, _, failureClass, reason) => {
    expect(failureByCode(code)).toEqual({ class: failureClass, reason })
  })

  it('is in the table if, and only if, it stands here', () => {
    expect(Object.keys(twilioFailures).map(Number)).toEqual(codes.map(([code]) => code).toSorted((a, b) => a - b))
  })

  it.each([0, -1, 1, 20500, 20004, 30009, 99_999, Number.NaN])('that no table has, %d, is unclassified', (code) => {
    expect(failureByCode(code)).toEqual({ class: 'unclassified', reason: 'unknown-code' })
  })

  it('has a reason without digits', () => {
    for (const { reason } of Object.values(twilioFailures)) expect(reason).toMatch(/^[a-z-]+$/)
  })
})
