import type { CarrierName } from '../../functions/notification/carrier-name.ts'
import type { Drain } from '../../functions/steering/drain.ts'
import type { DrainChange } from '../../functions/steering/drain-change.ts'
import { atNoon } from './noon.ts'

export const operator = 'arn:aws:sts::111122223333:assumed-role/Operator/ada'

/** Everywhere, from noon for two hours. */
export const aDrain = (carrier: CarrierName, overrides: Partial<Drain> = {}): Drain => ({
  carrier,
  from: atNoon(),
  until: atNoon(7_200),
  reason: 'Codes come late.',
  by: operator,
  ...overrides,
})

/** That an operator drained Twilio at noon, as nobody had drained anything before. */
export const aDrainChange = (overrides: Partial<DrainChange> = {}): DrainChange => {
  const { carrier, until, reason, by } = aDrain('twilio')
  return { version: 1, action: 'drain', carrier, until, reason, by, recordedAt: atNoon(), ...overrides }
}
