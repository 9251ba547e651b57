import { type Attempt, attemptStatuses } from '../../../functions/notification/attempt.ts'
import type { Notification } from '../../../functions/notification/notification.ts'

const rank = ({ status }: Attempt) => attemptStatuses.indexOf(status)

const isDelivered = ({ status }: Attempt) => status === 'delivered'

const changeOfAttempt = (before: Attempt, after: Attempt | undefined): string | undefined => {
  if (after === undefined) return `I4: attempt ${before.number} is gone from the record`
  if (rank(after) < rank(before)) return `I4: attempt ${before.number} goes back from ${before.status} to ${after.status}`
  if (before.answer && after.answer?.type !== before.answer.type)
    return `I4: the answer to attempt ${before.number} is overwritten`
  return undefined
}

/** What is wrong with a change of a record, if anything. */
export const changeOf = (before: Notification, after: Notification): string | undefined => {
  if (before === after) return undefined
  for (const [index, attempt] of before.attempts.entries()) {
    const wrong = changeOfAttempt(attempt, after.attempts[index])
    if (wrong !== undefined) return wrong
  }
  const added = after.attempts.slice(before.attempts.length)
  if (added.length > 1) return 'I1: two attempts are armed at once'
  if (added.length > 0 && before.outcome !== undefined) return 'I2: an attempt is armed after the end'
  if (added.length > 0 && before.attempts.some(isDelivered)) return 'I2: an attempt is armed after a delivery'
  if (before.outcome !== undefined && after.outcome !== before.outcome && after.outcome !== 'delivered')
    return `I3: the outcome changes from ${before.outcome} to ${after.outcome}`
  return undefined
}
