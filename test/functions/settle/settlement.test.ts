import { describe, expect, it } from 'vitest'
import { defaultKinds, type Kind, kinds, kindsWith } from '../../../functions/notification/kinds.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { type Settlement, settlement } from '../../../functions/settle/settlement.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

const waiting = { attempt: 1, token: 'token' }
const absent = { class: 'absent', reason: 'unreachable' } as const
const withFirst = (overrides: Parameters<typeof anAttempt>[0]): Partial<Notification> => ({ attempts: [anAttempt(overrides)] })

describe('a task that waits', () => {
  it.each<[string, Partial<Notification>, Settlement | undefined]>([
    ['waits on while its carrier has not answered', withFirst({}), undefined],
    ['waits on while its carrier has only accepted', withFirst({ status: 'accepted', answer: accepted() }), undefined],
    ['waits on while its text is on the way', withFirst({ status: 'sent', answer: accepted() }), undefined],
    ['ends well when its text is delivered', withFirst({ status: 'delivered', answer: accepted() }), { delivered: true }],
    ['ends well when its text is delivered after all', withFirst({ status: 'delivered', failure: absent }), { delivered: true }],
    [
      'fails when its text is undelivered',
      withFirst({ status: 'undelivered', answer: accepted(), failure: absent }),
      { error: 'NotDelivered', cause: 'absent: unreachable' },
    ],
    [
      'fails when its text is undelivered, whatever the carrier answered',
      withFirst({ status: 'undelivered', answer: unknown(), failure: absent }),
      { error: 'NotDelivered', cause: 'absent: unreachable' },
    ],
    [
      'fails when its text is undelivered for no reason',
      withFirst({ status: 'undelivered' }),
      { error: 'NotDelivered', cause: 'unclassified: no-reason' },
    ],
    [
      'fails when its text was not sent',
      withFirst({ answer: notSent('throttled', 'too-many-requests') }),
      { error: 'Refused', cause: 'throttled: too-many-requests' },
    ],
    [
      'ends well when an acceptance is the outcome',
      { outcome: 'accepted', ...withFirst({ status: 'accepted' }) },
      { accepted: true },
    ],
    [
      'ends by the delivery where an accepted text was delivered meanwhile',
      { outcome: 'accepted', ...withFirst({ status: 'delivered' }) },
      { delivered: true },
    ],
    ['fails when it was cancelled', { outcome: 'cancelled' }, { error: 'NotArmed', cause: 'cancelled' }],
    ['fails when there is an outcome already', { outcome: 'undeliverable' }, { error: 'NotArmed', cause: 'undeliverable' }],
    [
      'fails when it was not armed',
      { stopped: { outcome: 'expired', reason: 'validity-passed' } },
      { error: 'NotArmed', cause: 'validity-passed' },
    ],
    [
      'ends well when an earlier attempt is delivered',
      {
        waiting: { attempt: 2, token: 'token' },
        attempts: [anAttempt({ closed: true, status: 'delivered' }), anAttempt({ number: 2, answer: notSent() })],
      },
      { delivered: true },
    ],
    [
      'waits on when an earlier attempt has failed',
      {
        waiting: { attempt: 2, token: 'token' },
        attempts: [anAttempt({ closed: true, status: 'undelivered', failure: absent }), anAttempt({ number: 2 })],
      },
      undefined,
    ],
    [
      'ends well rather than badly when there is a delivery and an outcome',
      { outcome: 'unknown', ...withFirst({ status: 'delivered' }) },
      { delivered: true },
    ],
    [
      'ends well when an earlier attempt is delivered while this one is on its way',
      {
        waiting: { attempt: 2, token: 'token' },
        attempts: [
          anAttempt({ closed: true, status: 'delivered', answer: accepted() }),
          anAttempt({ number: 2, carrier: 'twilio', status: 'sent', answer: accepted('message-2') }),
        ],
      },
      { delivered: true },
    ],
    [
      'fails by its own failure, not by that of an earlier attempt',
      {
        waiting: { attempt: 2, token: 'token' },
        attempts: [
          anAttempt({ closed: true, status: 'undelivered', answer: accepted(), failure: absent }),
          anAttempt({ number: 2, carrier: 'twilio', answer: notSent('account', 'suspended') }),
        ],
      },
      { error: 'Refused', cause: 'account: suspended' },
    ],
    [
      'waits on when the answer to an earlier attempt is unknown',
      {
        waiting: { attempt: 2, token: 'token' },
        attempts: [
          anAttempt({ closed: true, answer: unknown() }),
          anAttempt({ number: 2, status: 'accepted', answer: accepted() }),
        ],
      },
      undefined,
    ],
    ['waits on for an attempt that is not armed yet', {}, undefined],
  ])('%s', (_, overrides, expected) => {
    expect(settlement(aNotification({ waiting, ...overrides }), defaultKinds)).toEqual(expected)
  })

  const failed = { error: 'Unknown', cause: 'unknown-answer' } as const
  it.each<[Kind, Settlement | undefined]>(
    kinds.map((kind) => [kind, kind === 'verification' || kind === 'marketing' ? failed : undefined]),
  )(
    'whose answer is unknown fails at once only where somebody waits for the text, or nobody for a receipt: %s',
    (kind, expected) => {
      const notification = aNotification({ kind, waiting, ...withFirst({ answer: unknown('http-500') }) })
      expect(settlement(notification, defaultKinds)).toEqual(expected)
    },
  )

  it('goes on as its deployment says of its kind', () => {
    const notification = aNotification({ kind: 'order', waiting, ...withFirst({ answer: unknown('http-500') }) })
    expect(settlement(notification, kindsWith({ order: { urgent: true } }))).toEqual(failed)
  })

  it('waits on for a receipt where its answer is unknown, and its kind too', () => {
    const notification = aNotification({ kind: undefined, waiting, ...withFirst({ answer: unknown() }) })
    expect(settlement(notification, defaultKinds)).toBeUndefined()
  })

  it('waits on where a receipt told more than its unknown answer', () => {
    const notification = aNotification({ kind: 'verification', waiting, ...withFirst({ answer: unknown(), status: 'sent' }) })
    expect(settlement(notification, defaultKinds)).toBeUndefined()
  })

  it('fails a code at once where the message id of its acceptance proved to be of another text', () => {
    const answer = unknown('message-id-seen-before')
    const notification = aNotification({ kind: 'verification', waiting, ...withFirst({ answer, status: 'accepted' }) })
    expect(settlement(notification, defaultKinds)).toEqual({ error: 'Unknown', cause: 'unknown-answer' })
  })
})
