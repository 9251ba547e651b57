import type { Notification } from './notification.ts'

/** Ends every wait: what a receipt says from here on still counts, but nobody waits for it. */
export const withClosedAttempts = (notification: Notification): Notification => ({
  ...notification,
  waiting: undefined,
  attempts: notification.attempts.map((attempt) => ({ ...attempt, closed: true })),
})
