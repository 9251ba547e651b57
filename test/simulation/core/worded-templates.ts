import type { Template } from '../../../functions/template/template.ts'

const customer = { type: 'text', maxLength: 20, example: 'Ada' } as const
const orderNo = { type: 'text', maxLength: 10, characters: 'identifier', example: '4711' } as const

/** Templates whose first slot takes any words: one emoji in them makes UCS-2 of a text, and three parts of one. */
export const wordedTemplates: readonly Template[] = [
  {
    name: 'order-ready',
    kind: 'order',
    brand: 'Heliograph Shop',
    description: 'Sent when an order can be fetched.',
    slots: { customer, orderNo },
    texts: {
      en: 'Heliograph Shop: {{customer}}, your order {{orderNo}} is ready. Please bring this message and a document with your name to our counter by Saturday.',
      el: 'Heliograph Shop: {{customer}}, η παραγγελία σας {{orderNo}} είναι έτοιμη για παραλαβή.',
    },
    defaultLocale: 'en',
  },
  {
    name: 'parcel-left',
    kind: 'logistics',
    brand: 'Heliograph Shop',
    description: 'Sent when a parcel was left with somebody.',
    slots: { neighbour: customer, parcelNo: orderNo },
    texts: {
      en: 'Heliograph Shop: {{neighbour}} has taken your parcel {{parcelNo}}. If you cannot find it, tell us within three days and we will look for it at once.',
      pl: 'Heliograph Shop: Twoją paczkę {{parcelNo}} odebrał sąsiad: {{neighbour}}. Dziękujemy.',
    },
    defaultLocale: 'en',
  },
  {
    name: 'payment-returned',
    kind: 'payment',
    brand: 'Heliograph Shop',
    description: 'Sent when a payment was returned.',
    slots: { payee: customer, orderNo },
    texts: {
      en: 'Heliograph Shop: {{payee}}, we have returned your payment for {{orderNo}} to your account.',
      zh: 'Heliograph Shop: {{payee}}，您的订单 {{orderNo}} 的款项已退回。',
    },
    defaultLocale: 'en',
  },
]
