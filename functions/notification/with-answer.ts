import { type Answer, attemptStatuses } from './attempt.ts'
import { Fault } from './fault.ts'
import type { Notification } from './notification.ts'

/** Keeps what the carrier's call said. A receipt may have come first: the attempt's status only rises. */
export const withAnswer = (notification: Notification, number: number, answer: Answer, now: Date): Notification => {
  const attempt = notification.attempts[number - 1]
  if (attempt === undefined) throw new Fault(`${notification.notificationId} has no attempt ${number}`)
  const rises = answer.type === 'accepted' && attempt.status === attemptStatuses[0]
  const answered = { ...attempt, answer, answeredAt: now.toISOString(), status: rises ? ('accepted' as const) : attempt.status }
  return { ...notification, attempts: notification.attempts.with(number - 1, answered) }
}
