import type { Cancelled, Confirmed } from '../../functions/notification/intervention.ts'
import { atNoon } from './noon.ts'

/** A cancellation by the shop, a minute after noon. */
export const aCancellation = (overrides: Partial<Cancelled> = {}): Cancelled => ({
  at: atNoon(60),
  source: '111122223333/shop.orders',
  ...overrides,
})

/** The shop saw its customer act, a minute after noon. */
export const aConfirmation = (overrides: Partial<Confirmed> = {}): Confirmed => aCancellation(overrides)
