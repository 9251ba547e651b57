import { describe, expect, it } from 'vitest'
import type { Around } from '../../../commands/timeline/read-around.ts'
import type { Decision } from '../../../commands/timeline/read-execution.ts'
import { timeline } from '../../../commands/timeline/timeline.ts'
import type { KeptReceipt } from '../../../functions/record/list-receipts.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'

interface Others extends Partial<Around> {
  readonly decisions?: readonly Decision[]
}

const aHistory = (notification: Parameters<typeof aNotification>[0] = {}, { decisions = [], ...others }: Others = {}) => ({
  notification: aNotification(notification),
  around: { receipts: [], execution: { decisions, entered: [] }, reveals: [], ...others },
})
type History = ReturnType<typeof aHistory>

const kept = (receipt: ReturnType<typeof aReceipt>, seconds: number, attempt = 1): KeptReceipt => ({
  ...receipt,
  attempt,
  receivedAt: atNoon(seconds),
})

const told = ({ notification, around }: History, seconds = 86_400) =>
  timeline(notification, around, afterNoon(seconds)).map(
    ({ what, attempt, words }) => `${what}${attempt ? ` ${attempt}` : ''}: ${words}`,
  )

const delivered = { outcome: 'delivered', reason: 'receipt', endedAt: atNoon(70) } as const

describe('the timeline of a notification', () => {
  it('tells a fallback in the order in which it happened: decisions, attempts, answers, receipts, the outcome', () => {
    const accepted = (messageId: string) => ({ type: 'accepted' as const, messageId })
    const attempts = [
      anAttempt({ carrier: 'twilio', deadline: atNoon(60), closed: true, answer: accepted('SM1'), answeredAt: atNoon(1) }),
      anAttempt({ number: 2, armedAt: atNoon(61), answer: accepted('sns-1'), answeredAt: atNoon(62), status: 'delivered' }),
    ]
    const send = { decision: 'send', awaitReceipt: true } as const
    const decisions = [
      { at: atNoon(60.5), by: 'Fall back', next: { ...send, attempt: 2, carrier: 'sns' as const, waitSeconds: 90 } },
      { at: atNoon(), by: 'Validate', next: { ...send, attempt: 1, carrier: 'twilio' as const, waitSeconds: 60 } },
    ]
    const receipt = aReceipt({ parts: 1, price: { amount: 0.00645, currency: 'USD' } })
    expect(told(aHistory({ attempts, ...delivered }, { decisions, receipts: [kept(receipt, 69, 2)] }))).toEqual([
      'requested: order-shipped',
      'decided: Validate: send attempt 1 by twilio, wait 60 s for its receipt',
      'armed 1: for twilio, whose receipt may take 60 s',
      'answered 1: twilio accepted it as SM1',
      'silent 1: twilio had not said what became of it',
      'decided: Fall back: send attempt 2 by sns, wait 90 s for its receipt',
      'armed 2: for sns, whose receipt may take 1739 s',
      'answered 2: sns accepted it as sns-1',
      "receipt 2: sns says delivered, by the handset's word, 1 part, 0.00645 USD",
      'ended: delivered: receipt',
    ])
  })

  it.each([
    [
      'holds',
      { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(600), reason: 'quiet-hours' },
      'hold until 2026-11-22 12:10:00 UTC, quiet-hours, then attempt 1 by sns',
    ],
    [
      'heeds a drain',
      { decision: 'send', attempt: 1, carrier: 'twilio', awaitReceipt: false, waitSeconds: 20, drained: ['sns'] },
      'send attempt 1 by twilio, wait for no receipt, with sns drained',
    ],
    [
      'heeds no drain',
      { decision: 'hold', attempt: 2, carrier: 'sns', until: atNoon(5), reason: 'rate-exceeded', drained: ['sns', 'twilio'] },
      'hold until 2026-11-22 12:00:05 UTC, rate-exceeded, then attempt 2 by sns, although sns is drained: no other could be had',
    ],
    ['stops', { decision: 'stop', outcome: 'expired', reason: 'validity-passed' }, 'stop: expired, validity-passed'],
    [
      'sends without a wait',
      { decision: 'send', attempt: 1, carrier: 'sns', awaitReceipt: false, waitSeconds: 20 },
      'send attempt 1 by sns, wait for no receipt',
    ],
  ] as const)('says how a decision %s', (_how, next, words) => {
    expect(told(aHistory({}, { decisions: [{ at: atNoon(), by: 'Validate', next }] }))).toContain(`decided: Validate: ${words}`)
  })

  it.each([
    [
      'a refusal, with the code that no table knows',
      { type: 'notSent', failure: { class: 'unclassified', reason: 'unknown-code' }, unclassified: 'E99' },
      'sns did not take it: unclassified, unknown-code, which no table knows: E99',
    ],
    [
      'a throttle, with the pause that was asked for',
      { type: 'notSent', failure: { class: 'throttled', reason: 'rate' }, retryAfterSeconds: 7 },
      'sns did not take it: throttled, rate, wants to be left alone for 7 s',
    ],
    [
      'an answer that does not tell',
      { type: 'unknown', reason: 'timeout' },
      'sns gave no answer that tells (timeout): it may have been sent',
    ],
  ] as const)('tells %s', (_what, answer, words) => {
    expect(told(aHistory({ attempts: [anAttempt({ answer, answeredAt: atNoon(2) })] }))).toContain(`answered 1: ${words}`)
  })

  it('tells a decision before what followed from it, although its step ended later', () => {
    const next = { decision: 'stop', outcome: 'rejected', reason: 'invalid-parameters' } as const
    const ended = { outcome: 'rejected', reason: 'invalid-parameters', endedAt: atNoon(5) } as const
    const send = { decision: 'send', awaitReceipt: true, attempt: 1, carrier: 'sns', waitSeconds: 60 } as const
    const whats = ({ notification, around }: History) => timeline(notification, around, afterNoon(9)).map(({ what }) => what)
    expect(whats(aHistory(ended, { decisions: [{ at: atNoon(5.2), by: 'Validate', next }] }))).toEqual([
      'requested',
      'decided',
      'ended',
    ])
    const attempts = [anAttempt({ armedAt: atNoon(5) })]
    expect(whats(aHistory({ attempts }, { decisions: [{ at: atNoon(5.2), by: 'Validate', next: send }] }))).toEqual([
      'requested',
      'decided',
      'armed',
    ])
  })

  it('says why a text failed, and who stepped in and who looked, by whose name', () => {
    const receipts = [kept(aFailureReceipt({ unclassified: '\u001b[31mgone' }), 5)]
    const cancelled = {
      at: atNoon(8),
      source: '111122223333/shop',
      by: 'arn:aws:iam::111122223333:user/ada',
      reason: 'order-withdrawn',
    }
    const reveals = [{ at: atNoon(9), by: 'arn:aws:iam::111122223333:user/grace' }]
    expect(told(aHistory({ attempts: [anAttempt()], cancelled }, { receipts, reveals })).slice(-3)).toEqual([
      'receipt 1: sns says undelivered, absent, unreachable, which no table knows: <U+001B>[31mgone',
      'cancelled: by 111122223333/shop (arn:aws:iam::111122223333:user/ada): order-withdrawn',
      'revealed: number, parameters and text to arn:aws:iam::111122223333:user/grace',
    ])
  })
})

describe('a silence', () => {
  const accepted = {
    answer: { type: 'accepted', messageId: 'm' },
    answeredAt: atNoon(1),
    deadline: atNoon(60),
    closed: true,
  } as const
  const isTold = (attempt: Parameters<typeof anAttempt>[0], others: Others = {}, notification = {}, seconds = 3_600) =>
    told(aHistory({ attempts: [anAttempt({ ...accepted, ...attempt })], ...notification }, others), seconds).some((line) =>
      line.startsWith('silent'),
    )

  it('is told where nothing final came before the deadline', () => {
    expect(isTold({})).toBe(true)
    expect(isTold({}, { receipts: [kept(aReceipt({ status: 'sent' }), 10)] })).toBe(true)
    expect(isTold({ status: 'delivered' }, { receipts: [kept(aReceipt(), 61)] })).toBe(true)
  })

  it('is none where something final came in time, where nothing was sent, or where nobody waited that long', () => {
    expect(isTold({ status: 'delivered' }, { receipts: [kept(aReceipt(), 59)] })).toBe(false)
    expect(isTold({ answer: { type: 'notSent', failure: { class: 'route', reason: 'unreachable' } } })).toBe(false)
    expect(isTold({ closed: false })).toBe(false)
    expect(isTold({}, {}, {}, 59)).toBe(false)
    expect(isTold({}, {}, { outcome: 'unknown', reason: 'fault', endedAt: atNoon(30) })).toBe(false)
  })
})
