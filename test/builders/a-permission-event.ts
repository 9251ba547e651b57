import type { permissionTypes } from '../../functions/permit/permission-events.ts'
import { aRequestEvent } from './a-request-event.ts'
import { atNoon } from './noon.ts'

type PermissionType = (typeof permissionTypes)[number]

/** What is said of somebody, by type. */
export const permissions = {
  'Suppress Recipient': { to: '+14155550123', scope: 'all', reason: 'complaint' },
  'Restore Recipient': { to: '+14155550123', scope: 'all', reason: 'asked by phone' },
  'Consent Recorded': { to: '+14155550123', source: 'checkout-form', at: atNoon(-3_600), wording: '2026-03' },
} as const satisfies Record<PermissionType, object>

/** The event, made at noon, as EventBridge puts it on the queue; what is overridden by undefined is left out. */
export const aPermissionEvent = (type: PermissionType, overrides: object = {}, around: object = {}): string =>
  aRequestEvent({ ...permissions[type], ...overrides }, { 'detail-type': type, account: '111122223333', ...around })
