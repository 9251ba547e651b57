import type { Plan } from '../../functions/notification/notification.ts'
import { atNoon } from './noon.ts'

/** Decided at noon, valid for a day. */
export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  version: 3,
  locale: 'en',
  country: 'US',
  encoding: 'GSM 03.38',
  parts: 1,
  validUntil: atNoon(86_400),
  ...overrides,
})
