import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confirm } from '../../../functions/intervene/confirm.ts'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { defaultKinds } from '../../../functions/notification/kinds.ts'
import { merge } from '../../../functions/notification/merge.ts'
import { outcomes } from '../../../functions/notification/outcome.ts'
import { settlement } from '../../../functions/settle/settlement.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { aCancellation, aConfirmation } from '../../builders/an-intervention.ts'
import { anyReceipt } from '../../builders/any-receipt.ts'
import { afterNoon, atNoon } from '../../builders/noon.ts'

const now = afterNoon(65)
const confirmed = aConfirmation()
const taken = anAttempt({ answer: accepted(), status: 'accepted' })
const arrived = { status: 'delivered', evidence: 'recipient', deliveredAt: atNoon(65) } as const

describe('a confirmation', () => {
  it('proves that the text arrived, and ends the wait', () => {
    const notification = aNotification({ attempts: [taken], waiting: { attempt: 1, token: 'token' } })
    const after = confirm(notification, confirmed, now)
    expect(after).toEqual({
      ...notification,
      confirmed,
      attempts: [{ ...taken, ...arrived }],
      outcome: 'delivered',
      reason: 'confirmed',
      endedAt: atNoon(65),
    })
    expect(settlement(after, defaultKinds)).toEqual({ delivered: true })
  })

  it.each<[string, Attempt[], number]>([
    ['armed and not answered', [anAttempt()], 1],
    ['of unknown answer', [anAttempt({ answer: unknown() })], 1],
    ['the last of two', [{ ...taken, closed: true }, anAttempt({ number: 2 })], 2],
    [
      'the first of two, since the second was refused',
      [{ ...taken, closed: true }, anAttempt({ number: 2, answer: notSent() })],
      1,
    ],
  ])('is about the last attempt that may have been sent: %s', (_, attempts, number) => {
    const after = confirm(aNotification({ attempts }), confirmed, now)
    expect(after.attempts).toEqual(attempts.map((attempt) => (attempt.number === number ? { ...attempt, ...arrived } : attempt)))
  })

  it.each([
    ['before it is planned', aRequestedNotification()],
    ['after its carrier refused', aNotification({ attempts: [anAttempt({ answer: notSent() })] })],
    ['after its text did not arrive', aNotification({ attempts: [{ ...taken, status: 'undelivered' }] })],
  ])('calls off a text that cannot have been sent, since its recipient has acted without it: %s', (_, notification) => {
    expect(confirm(notification, confirmed, now)).toEqual({
      ...notification,
      confirmed,
      outcome: 'cancelled',
      reason: 'confirmed',
      endedAt: atNoon(65),
    })
  })

  it('counts also after a cancellation that came late', () => {
    const after = confirm(aNotification({ attempts: [taken], cancelled: aCancellation() }), confirmed, now)
    expect(after).toMatchObject({ outcome: 'delivered', reason: 'confirmed' })
  })

  it.each(outcomes)('leaves what has ended as it is: %s', (outcome) => {
    const ended = aNotification({ attempts: [taken], outcome, reason: 'before', endedAt: atNoon() })
    expect(confirm(ended, confirmed, now)).toBe(ended)
  })

  it('counts once', () => {
    const after = confirm(aNotification({ attempts: [taken] }), confirmed, now)
    expect(confirm(after, aConfirmation({ at: atNoon(90) }), afterNoon(95))).toBe(after)
  })

  it('is outweighed by no receipt that comes after it', () => {
    const after = confirm(aNotification({ attempts: [taken] }), confirmed, now)
    fc.assert(
      fc.property(fc.array(anyReceipt, { maxLength: 6 }), (receipts) => {
        const last = receipts.reduce((current, receipt) => merge(current, 1, receipt, afterNoon(120)), after)
        expect(last).toMatchObject({ outcome: 'delivered', reason: 'confirmed', endedAt: atNoon(65), attempts: [arrived] })
      }),
    )
  })
})
