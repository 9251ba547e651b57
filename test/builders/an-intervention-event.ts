import { aRequestEvent } from './a-request-event.ts'

const notificationId = 'shop-order-4711-shipped'

/** The event, made at noon, that cancels a notification, as EventBridge puts it on the queue. */
export const aCancelEvent = (detail: object = {}, overrides: object = {}): string =>
  aRequestEvent({ notificationId, ...detail }, { 'detail-type': 'Cancel Notification', account: '111122223333', ...overrides })

/** The event, made at noon, by which the requester says that the recipient acted. */
export const aConfirmEvent = (detail: object = {}, overrides: object = {}): string =>
  aCancelEvent(detail, { 'detail-type': 'Notification Confirmed', ...overrides })
