import { atNoon } from './noon.ts'

/** What a requester says. */
export const aRequest = (overrides: object = {}) => ({
  notificationId: 'shop-order-4711-shipped',
  to: '+14155550123',
  template: 'order-shipped',
  locale: 'en',
  params: { orderNo: '4711', eta: '2026-11-24' },
  ...overrides,
})

/** As EventBridge gives every event one. */
export const eventId = '0f8a1c7e-5d1b-4e0a-9c3e-2b7d6a41c001'

/** The event, made at noon, that asks for a notification, as EventBridge puts it on the queue. */
export const aRequestEvent = (request: unknown = aRequest(), overrides: object = {}): string =>
  JSON.stringify({
    version: '0',
    id: eventId,
    'detail-type': 'Notification Requested',
    source: 'shop',
    time: atNoon(),
    detail: request,
    ...overrides,
  })
