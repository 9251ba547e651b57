import type { AttemptRef } from '../../functions/notification/attempt.ts'
import { hasher } from '../../functions/notification/hasher.ts'
import { type KindOverrides, kindsWith } from '../../functions/notification/kinds.ts'
import type { BudgetLevel } from '../../functions/policy/budget/budget-level.ts'
import { gatherFacts } from '../../functions/policy/gather-facts.ts'
import type { QuietHours } from '../../functions/policy/quiet/quiet-hours.ts'
import { type Recipient, stranger } from '../../functions/recipient/recipient.ts'
import { recordConsent } from '../../functions/recipient/record-consent.ts'
import type { Reservation, ReserveParts } from '../../functions/record/budget/reserve-parts.ts'
import { aConsent } from './a-recipient.ts'

interface Policy {
  readonly overrides?: KindOverrides
  readonly recipient?: Recipient
  /** The same, where it changes in the course of a test. */
  readonly recipientNow?: () => Recipient
  /** Parts of each kind's budget of the day. */
  readonly reserved?: number
  readonly quietHours?: QuietHours
}

export const testHasher = hasher('1', 'a key of the hashes for tests alone')

const consenting = recordConsent(stranger, aConsent())
/** Nowhere in America is it midnight when it is noon in London. */
const anyHour: QuietHours = { default: { from: '00:00', to: '00:01' }, countries: {} }

/** Policy as a deployment has it, over a recipient and a budget in memory; where nothing is said, it lets everything go. */
export const policyInMemory = ({
  overrides = {},
  recipient = consenting,
  recipientNow = () => recipient,
  reserved = 0,
  quietHours = anyHour,
}: Policy = {}) => {
  const kinds = kindsWith(overrides)
  const [reservations, givenBack, forgotten, levels]: [Reservation[], Reservation[], string[], BudgetLevel[]] = [[], [], [], []]
  let held = reserved
  const reserveParts: ReserveParts = async (_, budget, spending) => {
    if (held + spending.parts > budget.parts) return undefined
    held += spending.parts
    const reservation = { budget, shard: 0, spending, isNearlySpent: held * 100 >= budget.parts * 80 }
    reservations.push(reservation)
    return reservation
  }
  return {
    kinds,
    budgetZone: 'UTC',
    gatherFacts: gatherFacts({
      readRecipient: async (hashes) => hashes.map((recipientHash) => ({ recipientHash, version: 0, recipient: recipientNow() })),
      loadHashers: async () => [testHasher],
      kinds,
      quietHours,
    }),
    readBudget: async () => ({ parts: held, microUsd: 0 }),
    reserveParts,
    giveBackParts: async (reservation: Reservation) => {
      held -= reservation.spending.parts
      givenBack.push(reservation)
    },
    keepLevel: async (reached: BudgetLevel) => void levels.push(reached),
    forgetCounted: async (_hash: string, _kind: string, { notificationId }: AttemptRef) => void forgotten.push(notificationId),
    reservations,
    givenBack,
    forgotten,
    levels,
  }
}
