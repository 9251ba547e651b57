import { expect, it } from 'vitest'
import type { Answer, Attempt } from '../../../functions/notification/attempt.ts'
import { withAnswer } from '../../../functions/notification/with-answer.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'
import { atNoon, noon } from '../../builders/noon.ts'

it.each<[Answer['type'], Attempt['status'], Attempt['status'], Answer]>([
  ['accepted', 'armed', 'accepted', accepted()],
  ['accepted', 'sent', 'sent', accepted()],
  ['accepted', 'undelivered', 'undelivered', accepted()],
  ['accepted', 'delivered', 'delivered', accepted()],
  ['notSent', 'armed', 'armed', notSent()],
  ['unknown', 'armed', 'armed', unknown()],
  ['unknown', 'delivered', 'delivered', unknown()],
])('the answer %s is kept, and an attempt that is %s is %s then', (_, before, after, answer) => {
  const first = anAttempt({ closed: true })
  const notification = aNotification({ attempts: [first, anAttempt({ number: 2, status: before })] })
  const answered = anAttempt({ number: 2, status: after, answer, answeredAt: atNoon() })
  expect(withAnswer(notification, 2, answer, noon)).toEqual(aNotification({ attempts: [first, answered] }))
})

it('is a fault for an attempt that was never armed', () => {
  expect(() => withAnswer(aNotification(), 1, accepted(), noon)).toThrow('shop-order-4711-shipped has no attempt 1')
})
