import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { statusMetrics } from '../../../functions/publish/status-metrics.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'

const order = { kind: 'order' }
const bySns = { kind: 'order', carrier: 'sns' }
const armed = anAttempt()
const taken = anAttempt({ status: 'accepted', answer: accepted(), answeredAt: atNoon(2) })
const arrived = { ...taken, status: 'delivered', deliveredAt: atNoon(7.5) } as const
const failed: Attempt = { ...taken, status: 'undelivered', failure: { class: 'absent', reason: 'unreachable' } }

/** As name, value and dimensions: a figure in seconds is one whose name says so. */
const figures = (before: Notification | undefined, after: Notification) =>
  statusMetrics(before, after).map(({ name, value, dimensions }) => [name, value, dimensions])
const between = (before: Attempt[], after: Attempt[]) =>
  figures(aNotification({ attempts: before }), aNotification({ attempts: after }))

describe('requests are counted by kind', () => {
  it('once, when the kind is known', () => {
    expect(figures(undefined, aRequestedNotification())).toEqual([])
    expect(figures(aRequestedNotification(), aNotification())).toEqual([['Requested', 1, order]])
    expect(figures(aNotification(), aNotification({ passes: 1 }))).toEqual([])
  })

  it('also where a request ends before its kind is known', () => {
    const rejected = aRequestedNotification({ outcome: 'rejected', reason: 'unknown-template' })
    expect(figures(aRequestedNotification(), rejected)).toEqual([['Requested', 1, { kind: 'none' }]])
  })
})

describe('attempts are counted by kind and carrier', () => {
  it.each<[string, Attempt[], Attempt[], unknown[]]>([
    ['an attempt that is armed counts nothing', [], [armed], []],
    [
      'an acceptance counts with its seconds',
      [armed],
      [taken],
      [
        ['Accepted', 1, bySns],
        ['SecondsToAccept', 2, bySns],
      ],
    ],
    [
      'a delivery counts with its seconds',
      [taken],
      [arrived],
      [
        ['Delivered', 1, bySns],
        ['SecondsToDeliver', 7.5, bySns],
      ],
    ],
    [
      'a delivery that the recipient proved counts without seconds, which are theirs and no carrier’s',
      [taken],
      [{ ...arrived, evidence: 'recipient' }],
      [['Delivered', 1, bySns]],
    ],
    ['a better evidence counts nothing', [arrived], [{ ...arrived, evidence: 'handset' }], []],
    ['a failure counts by its class', [taken], [failed], [['Undelivered', 1, { ...bySns, class: 'absent' }]]],
    [
      'a refusal counts by its class, and calls somebody where only a person can mend it',
      [armed],
      [anAttempt({ answer: notSent() })],
      [
        ['Undelivered', 1, { ...bySns, class: 'account' }],
        ['NeedsAttention', 1, { class: 'account' }],
      ],
    ],
    [
      'a second failure of one attempt counts nothing',
      [failed],
      [{ ...failed, failure: { class: 'recipient', reason: 'opted-out' } }],
      [],
    ],
    ['an unknown answer counts nothing yet', [armed], [anAttempt({ answer: unknown() })], []],
    ['what is closed counts nothing', [taken], [{ ...taken, closed: true }], []],
  ])('%s', (_, before, after, expected) => {
    expect(between(before, after)).toEqual(expected)
  })

  it('a delivery after a failure counts once more: so duplicates and contradictions can be seen', () => {
    expect(between([failed], [{ ...failed, status: 'delivered', deliveredAt: atNoon(9) }])).toEqual([
      ['Delivered', 1, bySns],
      ['SecondsToDeliver', 9, bySns],
    ])
  })

  it('gives no seconds where the time of the answer is not known', () => {
    expect(between([armed], [{ ...taken, answeredAt: undefined }])).toEqual([['Accepted', 1, bySns]])
  })

  it('counts all that a first image tells, where the changes before it were lost', () => {
    const delivered = aNotification({ attempts: [arrived], outcome: 'delivered', reason: 'receipt' })
    expect(figures(undefined, delivered).map(([name]) => name)).toEqual([
      'Requested',
      'Accepted',
      'SecondsToAccept',
      'Delivered',
      'SecondsToDeliver',
    ])
  })

  it('gives seconds as seconds, and never fewer than none', () => {
    const early = anAttempt({ answer: accepted(), answeredAt: atNoon(-1) })
    expect(statusMetrics(aNotification(), aNotification({ attempts: [early] }))).toEqual([
      { name: 'Accepted', value: 1, unit: 'Count', dimensions: bySns },
      { name: 'SecondsToAccept', value: 0, unit: 'Seconds', dimensions: bySns },
    ])
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

describe('ends are counted', () => {
  it('as unknown, by kind, once', () => {
    const unknownEnd = aNotification({ outcome: 'unknown', reason: 'no-receipt' })
    expect(figures(aNotification(), unknownEnd)).toEqual([['Unknown', 1, order]])
    expect(figures(unknownEnd, { ...unknownEnd, passes: 2 })).toEqual([])
  })

  it('as a fault, which raises an alarm', () => {
    const fault = aNotification({ outcome: 'undeliverable', reason: 'fault' })
    expect(figures(aNotification(), fault)).toEqual([['Fault', 1, {}]])
    expect(figures(aNotification(), { ...fault, outcome: 'cancelled' })).toEqual([]) // whoever cancelled calls it so
  })

  it.each(['undeliverable', 'expired', 'rejected', 'suppressed'] as const)('not by themselves when %s', (outcome) => {
    expect(figures(aNotification(), aNotification({ outcome, reason: 'a-reason' }))).toEqual([])
  })
})
