import { describe, expect, it } from 'vitest'
import { failureClasses } from '../../../functions/notification/failure.ts'
import { finalFailure } from '../../../functions/notification/final-failure.ts'
import { notSent } from '../../builders/an-answer.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

describe('a failure that nothing mends', () => {
  it.each(failureClasses)('is the recipient’s own or that of our text, of whichever attempt: %s', (failureClass) => {
    const isFinal = failureClass === 'recipient' || failureClass === 'request'
    const attempts = [anAttempt({ answer: notSent('route') }), anAttempt({ answer: notSent(failureClass) }), anAttempt()]
    expect(finalFailure(attempts)?.class).toBe(isFinal ? failureClass : undefined)
  })

  it('is none where nothing was attempted', () => {
    expect(finalFailure([])).toBeUndefined()
  })
})
