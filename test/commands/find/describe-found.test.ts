import { expect, it } from 'vitest'
import { describeFound, found } from '../../../commands/find/describe-found.ts'
import { aNotification, aRequestedNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon } from '../../builders/noon.ts'

const attempts = [anAttempt({ carrier: 'twilio' }), anAttempt({ number: 2, status: 'delivered' })]
const ended = aNotification({ attempts, outcome: 'delivered', reason: 'receipt', endedAt: atNoon(9) })

it('tells each on a line: when, which, its kind, what became of it, by whom, and why', () => {
  const rejected = aRequestedNotification({
    notificationId: 'shop-1',
    outcome: 'rejected',
    reason: 'x',
    explanation: 'params.eta is missing.\u001b',
  })
  expect(describeFound([ended, aNotification({ notificationId: 'shop-2' }), rejected])).toEqual([
    '2026-11-22 12:00:00  shop-order-4711-shipped  order  delivered  twilio > sns  receipt',
    '2026-11-22 12:00:00  shop-2                   order  under way  -',
    '2026-11-22 12:00:00  shop-1                   -      rejected   -             params.eta is missing.<U+001B>',
  ])
})

it('tells a program nothing by which a person could be followed', () => {
  expect(found(ended)).toEqual({
    notificationId: 'shop-order-4711-shipped',
    requestedAt: atNoon(),
    kind: 'order',
    template: 'order-shipped@3',
    attempts: [
      { carrier: 'twilio', status: 'armed' },
      { carrier: 'sns', status: 'delivered' },
    ],
    outcome: 'delivered',
    reason: 'receipt',
    endedAt: atNoon(9),
  })
})
