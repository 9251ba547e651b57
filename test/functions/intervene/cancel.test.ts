import { describe, expect, it } from 'vitest'
import { cancel } from '../../../functions/intervene/cancel.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation } from '../../builders/an-intervention.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'

const now = afterNoon(65)
const cancelled = aCancellation({ reason: 'order-withdrawn' })

describe('a cancellation', () => {
  it.each<[string, Notification]>([
    ['before it is planned', aRequestedNotification()],
    ['while it holds', aNotification({ next: { decision: 'hold', attempt: 1, carrier: 'sns', until: atNoon(3_600) } })],
    ['between decision and arming', aNotification({ next: aSendNext() })],
    ['after its carrier refused', aNotification({ attempts: [anAttempt({ answer: notSent() })] })],
    ['after its text did not arrive', aNotification({ attempts: [anAttempt({ answer: accepted(), status: 'undelivered' })] })],
  ])('ends a notification at once while nothing of it may have been sent: %s', (_, notification) => {
    expect(cancel(notification, cancelled, now)).toEqual({
      ...notification,
      cancelled,
      outcome: 'cancelled',
      reason: 'order-withdrawn',
      endedAt: atNoon(65),
    })
  })

  it('has a reason of ours where it comes with none', () => {
    expect(cancel(aNotification(), aCancellation(), now)).toMatchObject({ outcome: 'cancelled', reason: 'cancelled' })
  })

  it.each<[string, Attempt[]]>([
    ['armed and not answered', [anAttempt()]],
    ['accepted', [anAttempt({ answer: accepted(), status: 'accepted' })]],
    ['of unknown answer', [anAttempt({ answer: unknown() })]],
    ['silent, and closed', [anAttempt({ answer: accepted(), status: 'accepted', closed: true })]],
    ['the first of two, and the second refused', [anAttempt({ closed: true }), anAttempt({ number: 2, answer: notSent() })]],
  ])('comes late where a text may have been sent, and is only noted: %s', (_, attempts) => {
    const notification = aNotification({ attempts, waiting: { attempt: attempts.length, token: 'token' } })
    expect(cancel(notification, cancelled, now)).toEqual({ ...notification, cancelled })
  })

  it.each(outcomes)('leaves what has ended as it is: %s', (outcome) => {
    const ended = aNotification({ outcome, reason: 'before', endedAt: atNoon() })
    expect(cancel(ended, cancelled, now)).toBe(ended)
  })

  it('counts once: the first stays', () => {
    const late = cancel(aNotification({ attempts: [anAttempt()] }), cancelled, now)
    expect(cancel(late, aCancellation({ reason: 'customer-left' }), afterNoon(90))).toBe(late)
    const failed = { ...late, attempts: [anAttempt({ answer: notSent() })] }
    expect(cancel(failed, aCancellation(), afterNoon(90))).toBe(failed) // Fall back is on its way
  })
})
