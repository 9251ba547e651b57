import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { statusMetrics } from '../../../functions/publish/status-metrics.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'

const order = { kind: 'order' }
const sns = { carrier: 'sns' }
const bySns = { kind: 'order', carrier: 'sns' }
const armed = anAttempt()
const taken = anAttempt({ status: 'accepted', answer: accepted(), answeredAt: atNoon(2) })
const arrived = { ...taken, status: 'delivered', deliveredAt: atNoon(7.5) } as const
const failure = { class: 'absent', reason: 'unreachable' } as const
const failed: Attempt = { ...taken, status: 'undelivered', failure }

/** As name, value and dimensions: a figure in seconds is one whose name says so. */
const figures = (before: Notification | undefined, after: Notification) =>
  statusMetrics(before, after).map(({ name, value, dimensions }) => [name, value, dimensions])

/** The same of attempts, without what each text costs. */
const between = (before: Attempt[], after: Attempt[]) =>
  figures(aNotification({ attempts: before }), aNotification({ attempts: after })).filter(([name]) => name !== 'Parts')

describe('requests are counted by kind', () => {
  it('once, when the kind is known', () => {
    expect(figures(undefined, aRequestedNotification())).toEqual([])
    expect(figures(aRequestedNotification(), aNotification())).toEqual([['Requested', 1, order]])
    expect(figures(aNotification(), aNotification({ passes: 1 }))).toEqual([])
  })

  it('also where a request ends before its kind is known, and then by the code of its rejection', () => {
    const rejected = aRequestedNotification({ outcome: 'rejected', reason: 'unknown-template' })
    expect(figures(aRequestedNotification(), rejected)).toEqual([
      ['Requested', 1, { kind: 'none' }],
      ['Ended', 1, { kind: 'none', outcome: 'rejected' }],
      ['Rejected', 1, { code: 'unknown-template' }],
    ])
  })
})

describe('attempts are counted by kind and carrier', () => {
  it.each<[string, Attempt[], Attempt[], unknown[]]>([
    ['when they are armed', [], [armed], [['Attempts', 1, bySns]]],
    [
      'when they are accepted, with the seconds',
      [armed],
      [taken],
      [
        ['Accepted', 1, bySns],
        ['SecondsToAccept', 2, bySns],
      ],
    ],
    [
      'when they are delivered, by the evidence, with the seconds since the acceptance and since it was due',
      [taken],
      [arrived],
      [
        ['Delivered', 1, { ...bySns, evidence: 'network' }],
        ['Receipts', 1, sns],
        ['SecondsToReceipt', 5.5, bySns],
        ['SecondsToDeliver', 7.5, bySns],
      ],
    ],
    [
      'when the recipient proves the delivery, without seconds, which are theirs and no carrier’s',
      [taken],
      [{ ...arrived, evidence: 'recipient' }],
      [['Delivered', 1, { ...bySns, evidence: 'recipient' }]],
    ],
    [
      'once by the best evidence that there is',
      [arrived],
      [{ ...arrived, evidence: 'handset' }],
      [
        ['Delivered', 1, { ...bySns, evidence: 'handset' }],
        ['Delivered', -1, { ...bySns, evidence: 'network' }],
      ],
    ],
    [
      'when they fail, by the class',
      [taken],
      [failed],
      [
        ['Undelivered', 1, { ...bySns, class: 'absent' }],
        ['Receipts', 1, sns],
      ],
    ],
    [
      'when they are refused: the carrier failed, and somebody is called where only a person can mend it',
      [armed],
      [anAttempt({ answer: notSent() })],
      [
        ['Undelivered', 1, { ...bySns, class: 'account' }],
        ['CarrierFailed', 1, sns],
        ['NeedsAttention', 1, { class: 'account' }],
      ],
    ],
    [
      'where our own function was too slow to call: the carrier did not fail',
      [armed],
      [anAttempt({ answer: notSent('throttled', 'no-time-left') })],
      [['Undelivered', 1, { ...bySns, class: 'throttled' }]],
    ],
    ['when the answer is unknown: the carrier failed', [armed], [anAttempt({ answer: unknown() })], [['CarrierFailed', 1, sns]]],
    [
      'until a receipt tells: the carrier had taken it after all',
      [anAttempt({ answer: unknown() })],
      [anAttempt({ answer: unknown(), status: 'sent' })],
      [
        ['Receipts', 1, sns],
        ['CarrierFailed', -1, sns],
      ],
    ],
    ['not when they are closed', [taken], [{ ...taken, closed: true }], []],
  ])('%s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected)
  })

  it('as delivered instead of undelivered, where a carrier says first the one and then the other', () => {
    expect(between([failed], [{ ...failed, status: 'delivered', deliveredAt: atNoon(9) }])).toEqual([
      ['Delivered', 1, { ...bySns, evidence: 'network' }],
      ['Undelivered', -1, { ...bySns, class: 'absent' }],
      ['SecondsToReceipt', 7, bySns],
      ['SecondsToDeliver', 9, bySns],
    ])
  })

  it('without seconds where the time of the answer is not known', () => {
    expect(between([armed], [{ ...taken, answeredAt: undefined }])).toEqual([['Accepted', 1, bySns]])
  })

  it('without seconds since an answer of which the time is not known', () => {
    const names = between([], [{ ...arrived, answeredAt: undefined }]).map(([name]) => name)
    expect(names).toContain('SecondsToDeliver')
    expect(names).not.toContain('SecondsToReceipt')
  })

  it('with seconds for the first acceptance alone: whoever waits, waits for that', () => {
    const again = { ...taken, number: 2, carrier: 'twilio', answeredAt: atNoon(95) } as const
    const names = between([taken, { ...again, answer: undefined }], [taken, again]).map(([name]) => name)
    expect(names).toEqual(['Accepted'])
  })

  it('with seconds as seconds, and never fewer than none', () => {
    const early = anAttempt({ answer: accepted(), answeredAt: atNoon(-1) })
    expect(statusMetrics(aNotification(), aNotification({ attempts: [early] }))).toContainEqual({
      name: 'SecondsToAccept',
      value: 0,
      unit: 'Seconds',
      dimensions: bySns,
    })
  })
})

describe('what a text takes is counted by kind and carrier', () => {
  const plan = aPlan({ parts: 2, prices: { sns: 0.0129 } })
  const costs = (before: Attempt, after: Attempt) =>
    figures(aNotification({ plan, attempts: [before] }), aNotification({ plan, attempts: [after] })).filter(
      ([name]) => name === 'Parts' || name === 'MicroUsd',
    )

  it('as planned, when a carrier takes it', () => {
    expect(costs(armed, taken)).toEqual([
      ['Parts', 2, bySns],
      ['MicroUsd', 12_900, bySns],
    ])
  })

  it('as charged, when the carrier says so: the difference is added', () => {
    const charged = { ...arrived, parts: 3, price: { amount: 0.02, currency: 'USD' } }
    expect(costs(taken, charged)).toEqual([
      ['Parts', 1, bySns],
      ['MicroUsd', 7_100, bySns],
    ])
  })

  it('as planned, where a carrier charges in another currency', () => {
    expect(costs(taken, { ...arrived, price: { amount: 5, currency: 'EUR' } })).toEqual([])
  })

  it('as nothing where no plan is known', () => {
    const names = figures(undefined, aNotification({ plan: undefined, attempts: [taken] })).map(([name]) => name)
    expect(names).toContain('Accepted')
    expect(names).not.toContain('Parts')
  })

  it('not where no carrier took it', () => {
    expect(costs(armed, anAttempt({ answer: notSent() }))).toEqual([])
    expect(costs(armed, anAttempt({ answer: unknown() }))).toEqual([])
  })
})

describe('fallbacks are counted by who was fallen back from, and why', () => {
  const next = anAttempt({ number: 2, carrier: 'twilio' })
  it.each<[string, Attempt]>([
    ['account', anAttempt({ answer: notSent() })],
    ['absent', failed],
    ['unknown', anAttempt({ answer: unknown(), closed: true })],
    ['silent', { ...taken, closed: true }],
    ['silent', anAttempt({ closed: true })],
  ])('%s', (cause, first) => {
    expect(between([first], [first, next])).toContainEqual(['FellBack', 1, { ...sns, cause }])
  })

  it('and not where the same carrier is asked again', () => {
    expect(between([failed], [failed, anAttempt({ number: 2 })])).toEqual([['Attempts', 1, bySns]])
  })
})

describe('people who were texted twice are counted by kind', () => {
  const byTwilio = (attempt: Attempt): Attempt => ({ ...attempt, number: 2, carrier: 'twilio' })
  const duplicates = (before: Attempt[], after: Attempt[]) => between(before, after).filter(([name]) => name === 'Duplicate')
  const once = [['Duplicate', 1, order]]

  it.each<[string, Attempt[], Attempt[], unknown[]]>([
    ['not by one delivery', [taken, byTwilio(taken)], [arrived, byTwilio(taken)], []],
    ['by the second delivery', [arrived, byTwilio(taken)], [arrived, byTwilio(arrived)], once],
    ['also where the first one is the later attempt', [taken, byTwilio(arrived)], [arrived, byTwilio(arrived)], once],
    ['once where both come at once', [taken, byTwilio(taken)], [arrived, byTwilio(arrived)], once],
    ['where a carrier says undelivered first', [failed, byTwilio(arrived)], [arrived, byTwilio(arrived)], once],
    [
      'not again by what comes afterwards',
      [arrived, byTwilio(arrived)],
      [{ ...arrived, evidence: 'handset' }, byTwilio(arrived)],
      [],
    ],
    ['not by a failure beside a delivery', [arrived, byTwilio(taken)], [arrived, byTwilio(failed)], []],
  ])('%s', (_, before, after, expected) => {
    expect(duplicates(before, after)).toEqual(expected)
  })
})

describe('ends are counted by kind and outcome', () => {
  it.each(outcomes)('%s, once', (outcome) => {
    const ended = aNotification({ outcome, reason: 'a-reason' })
    expect(figures(aNotification(), ended)).toContainEqual(['Ended', 1, { ...order, outcome }])
    expect(figures(ended, { ...ended, passes: 2 })).toEqual([])
  })

  it('anew where a receipt raises one: the other one is taken back', () => {
    const unknownEnd = aNotification({ outcome: 'unknown', reason: 'no-receipt' })
    expect(figures(unknownEnd, { ...unknownEnd, outcome: 'delivered', reason: 'receipt' })).toEqual([
      ['Ended', 1, { ...order, outcome: 'delivered' }],
      ['Ended', -1, { ...order, outcome: 'unknown' }],
    ])
  })

  it('and as a fault, which raises an alarm', () => {
    const fault = aNotification({ outcome: 'undeliverable', reason: 'fault' })
    expect(figures(aNotification(), fault)).toContainEqual(['Fault', 1, {}])
    const names = figures(aNotification(), { ...fault, outcome: 'cancelled' }).map(([name]) => name)
    expect(names).toEqual(['Ended']) // whoever cancelled calls it so
  })

  it('and as a fault once: neither by what comes afterwards nor before it ends', () => {
    const fault = aNotification({ outcome: 'unknown', reason: 'fault' })
    expect(figures(fault, { ...fault, attempts: [armed] }).map(([name]) => name)).not.toContain('Fault')
    expect(figures(undefined, aNotification({ reason: 'fault' })).map(([name]) => name)).not.toContain('Fault')
  })

  it('by a code where one is rejected, if it has any', () => {
    expect(figures(aNotification(), aNotification({ outcome: 'rejected', reason: undefined }))).toContainEqual([
      'Rejected',
      1,
      { code: 'none' },
    ])
  })
})

describe('holds are counted by kind', () => {
  const held = (until: string) => aNotification({ next: { decision: 'hold', attempt: 1, carrier: 'sns', until } })

  it('each new one, and none twice', () => {
    expect(figures(aNotification(), held(atNoon(60)))).toEqual([['Held', 1, order]])
    expect(figures(held(atNoon(60)), held(atNoon(60)))).toEqual([])
    expect(figures(held(atNoon(60)), held(atNoon(120)))).toEqual([['Held', 1, order]])
  })

  it('also where a notification is first seen held, and not once it has ended', () => {
    const names = (one: Notification) => figures(undefined, one).map(([name]) => name)
    expect(names(held(atNoon(60)))).toEqual(['Requested', 'Held'])
    expect(names({ ...held(atNoon(60)), outcome: 'expired', reason: 'a-reason' })).toEqual(['Requested', 'Ended'])
  })
})

describe('what only a person mends calls for one', () => {
  const refused = anAttempt({ answer: notSent('account') })
  const calls = (before: Attempt[], after: Attempt[]) => between(before, after).filter(([name]) => name === 'NeedsAttention')

  it('once an attempt, whatever else becomes of it', () => {
    expect(calls([armed], [refused])).toEqual([['NeedsAttention', 1, { class: 'account' }]])
    expect(calls([refused], [{ ...refused, closed: true }])).toEqual([])
    expect(calls([refused], [refused, anAttempt({ ...refused, number: 2 })])).toHaveLength(1)
  })

  it('and not for what mends itself', () => {
    expect(calls([armed], [anAttempt({ answer: notSent('throttled') })])).toEqual([])
  })
})

it('all that a first image tells is counted, where the changes before it were lost', () => {
  const delivered = aNotification({
    attempts: [arrived, anAttempt({ number: 2, answer: unknown(), failure })],
    outcome: 'delivered',
  })
  expect(figures(undefined, delivered).map(([name]) => name)).toEqual([
    'Requested',
    'Ended',
    'Attempts',
    'Accepted',
    'Delivered',
    'Receipts',
    'Parts',
    'CarrierFailed',
    'SecondsToAccept',
    'SecondsToReceipt',
    'SecondsToDeliver',
  ])
})
