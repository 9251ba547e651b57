import type { StatusDetailType } from '../functions/publish/status-event.ts'
import type { NotificationRequest } from '../functions/request/notification-request.ts'
import type { ScriptInput } from './carrier-network/client.ts'

/** One request of the demonstration, what its carriers do, and how it must end. */
export interface Shown {
  readonly request: NotificationRequest
  /** How often its event is put on the bus. */
  readonly times: number
  /** What a carrier does with this phone, where it is not simply delivering. */
  readonly script?: { readonly carrier: 'sns' | 'twilio' } & ScriptInput
  readonly ends: StatusDetailType
  /** How often the person must have been texted. */
  readonly texts: number
}

const delivered = (request: NotificationRequest, more: Partial<Shown> = {}): Shown => ({
  request,
  times: 1,
  ends: 'Notification Delivered',
  texts: 1,
  ...more,
})

/** A carrier that says nothing more, and has lost the text. */
const lost = { receipts: [], arrives: false }

/** Five kinds of notification, in three languages, one that says it wrong, one that comes twice, and two that the first carrier fails. */
export const demonstration: readonly Shown[] = [
  delivered({ notificationId: 'demo-code', to: '+14155550101', template: 'sign-in-code', params: { code: '042817' } }),
  delivered({
    notificationId: 'demo-order',
    to: '+14155550102',
    template: 'order-shipped',
    params: { orderNo: '4711', eta: '2026-11-24' },
  }),
  delivered({
    notificationId: 'demo-payment',
    to: '+14155550103',
    template: 'payment-received',
    locale: 'pl',
    params: { orderNo: '4711', amount: { minorUnits: 4990, currency: 'EUR' } },
  }),
  delivered({
    notificationId: 'demo-parcel',
    to: '+14155550104',
    template: 'parcel-arriving',
    params: { parcelNo: 'HX-2209', from: '14:00', until: '16:00', track: 'https://shop.example/track/HX-2209' },
  }),
  delivered({
    notificationId: 'demo-member',
    to: '+14155550105',
    template: 'membership-renewed',
    locale: 'de-AT',
    params: { name: 'Ada', level: 'gold', until: '2027-12-31' },
  }),
  {
    request: { notificationId: 'demo-wrong', to: '+14155550106', template: 'sign-in-code', params: { code: 'four two' } },
    times: 1,
    ends: 'Notification Rejected',
    texts: 0,
  },
  delivered(
    { notificationId: 'demo-twice', to: '+14155550107', template: 'sign-in-code', params: { code: '771204' } },
    { times: 2 },
  ),
  delivered(
    {
      notificationId: 'demo-refused',
      to: '+14155550108',
      template: 'order-shipped',
      params: { orderNo: '4712', eta: '2026-11-27' },
    },
    { script: { carrier: 'sns', call: { fate: 'refuse', code: 'AuthorizationError' } } },
  ),
  delivered(
    { notificationId: 'demo-silent', to: '+14155550109', template: 'sign-in-code', params: { code: '330958' } },
    { script: { carrier: 'twilio', ...lost } },
  ),
]

/** What the first carrier of orders does in a brown-out: it accepts, and loses. */
export const brownOut = { carrier: 'sns', script: lost } as const

/** Thirty orders, put on the bus while the brown-out begins and ends. */
export const burst: readonly Shown[] = Array.from({ length: 30 }, (_, index) =>
  delivered({
    notificationId: `burst-${String(index + 1).padStart(2, '0')}`,
    to: `+1617555${String(100 + index).padStart(4, '0')}`,
    template: 'order-shipped',
    params: { orderNo: String(5000 + index), eta: '2026-11-30' },
  }),
)
