import { describe, expect, it } from 'vitest'
import { decideFallBack } from '../../../functions/fall-back/decide-fall-back.ts'
import type { Ending } from '../../../functions/notification/end.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

const spam = { class: 'content', reason: 'spam' } as const
const first = (overrides: Parameters<typeof anAttempt>[0]): Partial<Notification> => ({ attempts: [anAttempt(overrides)] })

describe('with one carrier a notification ends as', () => {
  it.each<[string, string, Partial<Notification>, Ending]>([
    ['delivered', 'a receipt raced the timeout', first({ status: 'delivered' }), { outcome: 'delivered', reason: 'receipt' }],
    [
      'delivered',
      'an attempt is delivered, whatever outcome was written',
      { ...first({ status: 'delivered' }), outcome: 'unknown' },
      { outcome: 'delivered', reason: 'receipt' },
    ],
    [
      'undeliverable',
      'the carrier refused',
      first({ answer: notSent('account', 'sandbox') }),
      { outcome: 'undeliverable', reason: 'sandbox' },
    ],
    [
      'undeliverable',
      'the receipt says so',
      first({ status: 'undelivered', answer: accepted(), failure: spam }),
      { outcome: 'undeliverable', reason: 'spam' },
    ],
    ['undeliverable', 'nothing was ever armed', {}, { outcome: 'undeliverable', reason: 'not-attempted' }],
    [
      'undeliverable',
      'a failure has no reason',
      first({ status: 'undelivered', answer: accepted() }),
      { outcome: 'undeliverable', reason: 'no-reason' },
    ],
    [
      'undeliverable',
      'every attempt failed: by the last reason',
      {
        attempts: [
          anAttempt({ answer: notSent('throttled', 'rate-exceeded') }),
          anAttempt({ number: 2, answer: notSent('account', 'sandbox') }),
        ],
      },
      { outcome: 'undeliverable', reason: 'sandbox' },
    ],
    [
      'unknown',
      'no receipt came',
      first({ status: 'accepted', answer: accepted() }),
      { outcome: 'unknown', reason: 'no-receipt' },
    ],
    ['unknown', 'it was on its way', first({ status: 'sent', answer: accepted() }), { outcome: 'unknown', reason: 'no-receipt' }],
    ['unknown', 'the answer is unknown', first({ answer: unknown('http-500') }), { outcome: 'unknown', reason: 'http-500' }],
    ['unknown', '`send` died after arming', first({}), { outcome: 'unknown', reason: 'no-answer' }],
    [
      'unknown',
      'an earlier text may have arrived, although the last one failed',
      { attempts: [anAttempt({ status: 'accepted', answer: accepted() }), anAttempt({ number: 2, answer: notSent() })] },
      { outcome: 'unknown', reason: 'no-receipt' },
    ],
    [
      'expired',
      '`send` found the validity passed',
      { stopped: { outcome: 'expired', reason: 'validity-passed' } },
      { outcome: 'expired', reason: 'validity-passed' },
    ],
  ])('%s when %s', (_, _when, overrides, ending) => {
    expect(decideFallBack(aNotification(overrides))).toEqual(ending)
  })

  it.each(outcomes)('%s when that is its outcome already', (outcome) => {
    expect(decideFallBack(aNotification({ outcome, reason: 'a-reason', ...first({ answer: notSent() }) }))).toEqual({
      outcome,
      reason: 'a-reason',
    })
  })
})
