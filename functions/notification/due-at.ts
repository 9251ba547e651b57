import type { Notification } from './notification.ts'

/** How far ahead a text may be put off. */
export const mostDaysAhead = 30

/** As long as a text may be put off, any validity and its last wait: a workflow that runs on after it is stuck. */
export const mostDaysUnderWay = mostDaysAhead + 3

/** When a text may be sent first, as far as its requester says: its validity is counted from here. */
export const dueAt = ({ requestedAt, sendAfter = requestedAt }: Pick<Notification, 'requestedAt' | 'sendAfter'>): Date =>
  new Date(Math.max(Date.parse(requestedAt), Date.parse(sendAfter)))
