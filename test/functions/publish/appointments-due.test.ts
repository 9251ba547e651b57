import { expect, it } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { appointmentsDue } from '../../../functions/publish/appointments-due.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { accepted, notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

const isAccepted = { status: 'accepted', answer: accepted() } as const
const notified = (attempt: Partial<Attempt> | undefined, outcome?: 'unknown' | 'delivered') =>
  aNotification({ attempts: attempt ? [anAttempt(attempt)] : [], ...(outcome && { outcome }) })

it.each([
  ['due when the outcome comes to an accepted attempt', notified(isAccepted), notified(isAccepted, 'unknown'), true],
  ['due when the answer comes after the outcome', notified({}, 'unknown'), notified(isAccepted, 'unknown'), true],
  ['due when answer and outcome come at once', undefined, notified(isAccepted, 'unknown'), true],
  ['not due while there is no outcome: Fall back may follow', notified({}), notified(isAccepted), false],
  [
    'not due again at a later change',
    notified(isAccepted, 'unknown'),
    notified({ ...isAccepted, status: 'sent' }, 'unknown'),
    false,
  ],
  [
    'not due for an attempt that is delivered',
    notified(isAccepted),
    notified({ ...isAccepted, status: 'delivered' }, 'delivered'),
    false,
  ],
  [
    'due for one that its recipient confirmed: a receipt of it may still come',
    notified({ status: 'delivered', evidence: 'recipient' }, 'delivered'),
    notified({ ...isAccepted, status: 'delivered', evidence: 'recipient' }, 'delivered'),
    true,
  ],
  ['not due for an attempt without a message', notified({}), notified({ answer: notSent() }, 'unknown'), false],
  ['not due for an attempt that nobody has answered', notified({}), notified({}, 'unknown'), false],
  [
    'due for one that was answered after the outcome, beside one that was answered before',
    aNotification({ attempts: [anAttempt(isAccepted), anAttempt({ number: 2 })], outcome: 'unknown' }),
    aNotification({ attempts: [anAttempt(isAccepted), anAttempt({ number: 2, ...isAccepted })], outcome: 'unknown' }),
    true,
  ],
  [
    'due for one that came with its answer after the outcome',
    notified(undefined, 'unknown'),
    notified(isAccepted, 'unknown'),
    true,
  ],
  ['not due without an attempt', notified(undefined), notified(undefined, 'unknown'), false],
])('is %s', (_, before, after, due) => {
  expect(appointmentsDue(before, after)).toBe(due)
})
