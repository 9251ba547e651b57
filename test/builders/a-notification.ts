import type { Notification } from '../../functions/notification/notification.ts'
import { aPlan } from './a-plan.ts'
import { atNoon } from './noon.ts'

/** An order's notice, requested and planned at noon, not handed to any carrier yet. */
export const aNotification = (overrides: Partial<Notification> = {}): Notification => ({
  notificationId: 'shop-order-4711-shipped',
  fingerprint: 'fingerprint-of-the-request',
  recipientHash: 'hash-of-the-recipient',
  hashKeyId: '1',
  template: 'order-shipped',
  requestedAt: atNoon(),
  kind: 'order',
  plan: aPlan(),
  passes: 0,
  attempts: [],
  ...overrides,
})

/** The same, before Validate has seen it. */
export const aRequestedNotification = (overrides: Partial<Notification> = {}): Notification =>
  aNotification({ kind: undefined, plan: undefined, ...overrides })
