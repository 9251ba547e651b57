import type { Person } from '../../functions/notification/notification.ts'

/** The recipient of an order's notice that is planned already. */
export const aPerson = (overrides: Partial<Person> = {}): Person => ({
  to: '+14155550123',
  params: { orderNo: '4711', eta: '2026-11-24' },
  text: 'Shop: order 4711 comes on 2026-11-24.',
  ...overrides,
})
