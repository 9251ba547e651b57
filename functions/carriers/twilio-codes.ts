import { type Failure, optedOut } from '../notification/failure.ts'

const recipient = (reason: string): Failure => ({ class: 'recipient', reason })
const route = (reason: string): Failure => ({ class: 'route', reason })
const account = (reason: string): Failure => ({ class: 'account', reason })
const throttled = (reason: string): Failure => ({ class: 'throttled', reason })

export const tooManyRequests = throttled('too-many-requests')
export const unknownCode: Failure = { class: 'unclassified', reason: 'unknown-code' }

/** A refusal by this code is none: Twilio may have sent the text all the same. */
export const internalError = 20500

/**
 * Codes of refused calls and of receipts alike. The class is ours: Twilio gives none.
 * Source: https://www.twilio.com/docs/api/errors/<code>
 */
export const twilioFailures: Readonly<Record<number, Failure>> = {
  20003: account('bad-credentials'),
  20429: tooManyRequests,
  21211: recipient('invalid-number'),
  21212: account('sender-invalid'),
  21408: route('country-not-enabled'),
  21603: account('sender-missing'),
  21606: account('sender-not-usable'),
  21610: optedOut,
  21611: throttled('queue-full'),
  21612: route('unroutable'),
  21614: recipient('cannot-receive-sms'),
  21617: { class: 'request', reason: 'body-too-long' },
  21635: recipient('landline'),
  30001: throttled('queue-overflow'),
  30002: account('suspended'),
  30003: { class: 'absent', reason: 'unreachable' },
  30004: recipient('blocked'),
  30005: recipient('unknown-handset'),
  30006: recipient('landline-or-unreachable'), // one code for both
  30007: { class: 'content', reason: 'filtered' },
  30008: { class: 'unclassified', reason: 'unknown-error' },
  30022: throttled('rate-exceeded'),
  30034: account('sender-not-registered'),
  30036: route('validity-expired'), // at the vendor, whose limit is ten hours: the plan's own may be longer
  63038: account('daily-limit'),
}

/** What one of Twilio's codes means; `unknownCode` where the table has none. */
export const failureByCode = (code: number): Failure =>
  (Object.hasOwn(twilioFailures, code) ? twilioFailures[code] : undefined) ?? unknownCode
