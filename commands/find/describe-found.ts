import type { Notification } from '../../functions/notification/notification.ts'
import { forTerminal } from '../for-terminal.ts'
import { table } from '../table.ts'

/** What is told of a notification that was found by its number: nothing that tells whose it is. */
export const found = ({
  notificationId,
  requestedAt,
  kind,
  template,
  plan,
  attempts,
  outcome,
  reason,
  endedAt,
}: Notification) => ({
  notificationId,
  requestedAt,
  kind,
  template: plan ? `${template}@${plan.version}` : template,
  attempts: attempts.map(({ carrier, status }) => ({ carrier, status })),
  outcome,
  reason,
  endedAt,
})

/** A line a notification, the latest first: when it was requested, its id, kind, outcome, carriers tried, and why. */
export const describeFound = (notifications: readonly Notification[]): string[] =>
  table(
    notifications.map(({ notificationId, requestedAt, kind, attempts, outcome, reason, explanation }) => [
      requestedAt.slice(0, 19).replace('T', ' '),
      notificationId,
      kind ?? '-',
      outcome ?? 'under way',
      attempts.map(({ carrier }) => carrier).join(' > ') || '-',
      forTerminal(explanation ?? reason ?? ''),
    ]),
  )
