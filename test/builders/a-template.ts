import type { CurrentTemplate } from '../../functions/record/read-template.ts'
import type { TemplateVersion } from '../../functions/template/template.ts'

/** The third version of an order's notice, in two languages. */
export const aTemplate = (overrides: Partial<TemplateVersion> = {}): TemplateVersion => ({
  name: 'order-shipped',
  version: 3,
  kind: 'order',
  brand: 'Shop',
  description: 'Sent when a parcel has left.',
  slots: {
    orderNo: { type: 'text', maxLength: 20, example: '4711' },
    eta: { type: 'text', maxLength: 20, example: '2026-11-24' },
  },
  texts: { en: 'Shop: order {{orderNo}} comes on {{eta}}.', de: 'Shop: Bestellung {{orderNo}} kommt am {{eta}}.' },
  defaultLocale: 'en',
  ...overrides,
})

/** The same, as the one that is sent. */
export const aCurrentTemplate = (overrides: Partial<TemplateVersion> = {}): CurrentTemplate => ({
  version: aTemplate(overrides),
  isRetired: false,
})
