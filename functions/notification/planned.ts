import { Fault } from './fault.ts'
import { type IndustryKind, isIndustry } from './kinds.ts'
import type { Notification, Plan } from './notification.ts'

/** Kind and plan of a notification that Validate has planned; a fault for any other. */
export const planned = ({ notificationId, kind, plan }: Notification): { readonly kind: IndustryKind; readonly plan: Plan } => {
  if (kind === undefined || !isIndustry(kind) || plan === undefined) throw new Fault(`${notificationId} has no plan`)
  return { kind, plan }
}
