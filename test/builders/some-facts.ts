import type { Facts } from '../../functions/policy/facts.ts'
import { afterNoon } from './noon.ts'

/** All that lets a marketing text go at noon. */
export const someFacts = (facts: Partial<Facts> = {}): Facts => ({
  notificationId: 'shop-sale-1',
  suppressedBy: ['all', 'marketing'],
  suppressed: [],
  needsConsent: true,
  hasConsent: true,
  keepsQuietHours: true,
  country: 'GB',
  quietHours: { default: { from: '21:00', to: '08:00' }, countries: {} },
  counted: [],
  frequency: [{ most: 1, seconds: 86_400 }],
  parts: 2,
  reserved: 0,
  budgetParts: 100,
  validUntil: afterNoon(86_400).toISOString(),
  ...facts,
})
