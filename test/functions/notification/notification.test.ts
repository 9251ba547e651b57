import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../functions/notification/attempt.ts'
import { AttemptRef } from '../../../functions/notification/attempt.ts'
import type { Next } from '../../../functions/notification/next.ts'
import { Notification, NotificationId, Person } from '../../../functions/notification/notification.ts'
import { problemsOf } from '../../../functions/notification/problems-of.ts'
import { Receipt } from '../../../functions/notification/receipt.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aPlan } from '../../builders/a-plan.ts'
import { aFailureReceipt, aReceipt } from '../../builders/a-receipt.ts'
import { aSendNext } from '../../builders/a-send-next.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'

const price = { amount: 0.00645, currency: 'USD' }

describe('what the records give back is the notification that was kept', () => {
  it.each<[string, Notification]>([
    ['as it is requested', aRequestedNotification()],
    ['planned as a text of UCS-2', aNotification({ plan: aPlan({ encoding: 'UCS-2', parts: 2 }) })],
    ['waited for', aNotification({ waiting: { attempt: 1, token: 'token' } })],
    ['not armed', aNotification({ stopped: { outcome: 'expired', reason: 'validity-passed' } })],
    ['ended', aNotification({ outcome: 'rejected', reason: 'a-code', explanation: 'to is missing.', endedAt: atNoon() })],
    ['charged', aNotification({ attempts: [anAttempt({ status: 'delivered', evidence: 'handset', parts: 1, price })] })],
  ])('%s', (_, notification) => {
    expect(Notification.parse(notification)).toEqual(notification)
  })

  it.each<Next>([
    aSendNext(),
    { decision: 'hold', attempt: 2, carrier: 'sns', until: atNoon(600) },
    { decision: 'stop', outcome: 'unknown', reason: 'no-receipt' },
  ])('with the decision to $decision', (next) => {
    expect(Notification.parse(aNotification({ next }))).toEqual(aNotification({ next }))
  })

  it.each<Answer>([accepted(), notSent(), unknown()])('with an attempt whose answer is $type', (answer) => {
    const notification = aNotification({ attempts: [anAttempt({ answer })] })
    expect(Notification.parse(notification)).toEqual(notification)
  })
})

it('so is what lies beside it: the person, the receipts, and the name of an attempt', () => {
  const ref = { notificationId: 'shop-order-4711-shipped', attempt: 1 }
  expect(Person.parse(aPerson())).toEqual(aPerson())
  expect(AttemptRef.parse(ref)).toEqual(ref)
  for (const receipt of [aReceipt({ price, parts: 1 }), aFailureReceipt()]) expect(Receipt.parse(receipt)).toEqual(receipt)
})

it('an id that is none is told what it must be', () => {
  const { error } = NotificationId.safeParse('order 4711')
  const [problem] = error === undefined ? [] : problemsOf(error)
  expect(problem).toEqual({ field: 'the input', problem: 'must be 1 to 64 of the characters A-Z a-z 0-9 . _ -' })
})
