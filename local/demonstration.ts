import type { StatusDetailType } from '../functions/publish/status-event.ts'
import type { NotificationRequest } from '../functions/request/notification-request.ts'

/** One request of the demonstration, and how it must end. */
export interface Shown {
  readonly request: NotificationRequest
  /** How often its event is put on the bus. */
  readonly times: number
  readonly ends: StatusDetailType
  /** How often the person must have been texted. */
  readonly texts: number
}

const delivered = (request: NotificationRequest, times = 1): Shown => ({
  request,
  times,
  ends: 'Notification Delivered',
  texts: 1,
})

/** Five kinds of notification, one that says it wrong, and one that comes twice; all to fictional numbers. */
export const demonstration = (run: string): readonly Shown[] => [
  delivered({ notificationId: `${run}-code`, to: '+14155550101', template: 'sign-in-code', params: { code: '042817' } }),
  delivered({
    notificationId: `${run}-order`,
    to: '+14155550102',
    template: 'order-shipped',
    params: { orderNo: '4711', eta: 'Tuesday' },
  }),
  delivered({
    notificationId: `${run}-payment`,
    to: '+14155550103',
    template: 'payment-received',
    params: { amount: '49.90 EUR', orderNo: '4711' },
  }),
  delivered({
    notificationId: `${run}-parcel`,
    to: '+14155550104',
    template: 'parcel-arriving',
    params: { parcelNo: 'HX 2209', from: '14:00', until: '16:00' },
  }),
  delivered({
    notificationId: `${run}-member`,
    to: '+14155550105',
    template: 'membership-renewed',
    locale: 'de-AT',
    params: { membership: 'Gold', until: '31.12.2027' },
  }),
  {
    request: { notificationId: `${run}-wrong`, to: '+14155550106', template: 'sign-in-code', params: { code: 'four two' } },
    times: 1,
    ends: 'Notification Rejected',
    texts: 0,
  },
  delivered({ notificationId: `${run}-twice`, to: '+14155550107', template: 'sign-in-code', params: { code: '771204' } }, 2),
]
