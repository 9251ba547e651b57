import { Fault } from './fault.ts'
import type { Kind } from './kinds.ts'
import type { Notification, Plan } from './notification.ts'

/** Kind and plan of a notification that Validate has planned; a fault for any other. */
export const planned = ({ notificationId, kind, plan }: Notification): { readonly kind: Kind; readonly plan: Plan } => {
  if (kind === undefined || plan === undefined) throw new Fault(`${notificationId} has no plan`)
  return { kind, plan }
}
