import { expect, it } from 'vitest'
import type { Attempt } from '../../../functions/notification/attempt.ts'
import { tooLate } from '../../../functions/notification/too-late.ts'
import { accepted, notSent, unknown } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

it.each<[string, Attempt[], string]>([
  ['was attempted', [], 'expired'],
  ['was sent', [anAttempt({ answer: notSent() }), anAttempt({ number: 2, status: 'undelivered' })], 'expired'],
  ['is known of an attempt', [anAttempt()], 'unknown'],
  ['is known of the first attempt', [anAttempt({ answer: unknown() }), anAttempt({ number: 2, answer: notSent() })], 'unknown'],
  [
    'is known of the last attempt',
    [anAttempt({ answer: notSent() }), anAttempt({ status: 'sent', answer: accepted() })],
    'unknown',
  ],
])('too late where nothing %s ends as it must', (_, attempts, outcome) => {
  expect(tooLate({ attempts })).toEqual({ outcome, reason: 'validity-passed' })
})
