import type { CarrierName } from '../notification/carrier-name.ts'
import type { Notification, Plan } from '../notification/notification.ts'
import { planned } from '../notification/planned.ts'
import { type Budgets, budgetOf } from '../policy/budget/budget-of.ts'
import type { Spending } from '../policy/budget/budget-shards.ts'
import type { KeepLevel } from '../record/budget/keep-level.ts'
import type { Reservation, ReserveParts } from '../record/budget/reserve-parts.ts'

export interface Dependencies extends Budgets {
  readonly reserveParts: ReserveParts
  readonly keepLevel: KeepLevel
}

const spendingOf = ({ parts, prices }: Plan, carrier: CarrierName): Spending => ({
  parts,
  microUsd: Math.round((prices?.[carrier] ?? 0) * 1_000_000),
})

/**
 * Reserves a text's parts of its kind's budget of the day, before it is armed; a budget that comes to a level is kept for whoever is told.
 * @returns undefined where there are not as many left
 */
export const holdBudget = async (
  { reserveParts, keepLevel, ...budgets }: Dependencies,
  notification: Notification,
  carrier: CarrierName,
  now: Date,
): Promise<Reservation | undefined> => {
  const { kind, plan } = planned(notification)
  const budget = budgetOf(budgets, kind, now)
  const reservation = await reserveParts(notification.notificationId, budget, spendingOf(plan, carrier))
  if (reservation === undefined || reservation.isNearlySpent)
    await keepLevel({ ...budget, level: reservation ? 80 : 100, at: now.toISOString() })
  return reservation
}
