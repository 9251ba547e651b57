import { emit } from './emit.ts'

interface Rejection {
  readonly code: string
  readonly notificationId?: string
}

/** Counts what was refused by its code. The line names the event, and the notification where its id may be told. */
export const countRejection =
  (name: 'Rejected' | 'PermissionRejected') =>
  ({ code, notificationId }: Rejection, requestEventId: string): void =>
    emit({ name, value: 1, unit: 'Count', dimensions: { code } }, { notificationId, requestEventId })
