import { expect, it } from 'vitest'
import { withClosedAttempts } from '../../../functions/notification/with-closed-attempts.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { anAttempt } from '../../builders/an-attempt.ts'

it('ends every wait: no task is waiting any more, and no attempt is waited for', () => {
  const attempts = [anAttempt({ status: 'undelivered' }), anAttempt({ number: 2 })]
  const waiting = { attempt: 2, token: 'token' }
  expect(withClosedAttempts(aNotification({ attempts, waiting }))).toEqual(
    aNotification({ attempts: [anAttempt({ status: 'undelivered', closed: true }), anAttempt({ number: 2, closed: true })] }),
  )
})
