import { carrierNames } from '../../../functions/notification/carrier-name.ts'
import { between, pick } from '../core/chance.ts'
import type { Catalogue, Dice } from './entry.ts'
import { type FaultName, services } from './fault.ts'

const minute = 60

/** Begins while requests come in, or shortly after. */
const spell = (dice: Dice, ...lengths: readonly [number, ...number[]]) => ({
  from: between(0, 40 * minute, dice('from')),
  seconds: pick(lengths, dice('seconds')),
})

const carrier = (dice: Dice) => pick(carrierNames, dice('carrier'))

/** Whatever can befall all notifications at once. */
export const worldFaults = {
  away: {
    rows: ['F7', 'F10', 'F11', 'F29'],
    says: 'DynamoDB, Step Functions or EventBridge is away for 10 seconds, 5 minutes or 3 hours.',
    aim: (dice) => ({
      fault: 'away',
      ...spell(dice, 10, 10, 300, 300, 10_800),
      service: pick(services, dice('service')),
      how: pick(['refused', 'silent', 'throttled'], dice('how')),
    }),
  },
  'carrier-down': {
    rows: ['F15', 'F19'],
    says: 'One carrier, or each of them, takes no connection.',
    aim: (dice) => ({
      fault: 'carrier-down',
      ...spell(dice, 10, 5 * minute, 60 * minute),
      carriers: dice('both') < 0.3 ? [...carrierNames] : [carrier(dice)],
    }),
  },
  'brown-out': {
    rows: ['F24', 'F25'],
    says: 'A carrier loses 30 %, or all, of what it accepts, for half an hour.',
    aim: (dice) => ({
      fault: 'brown-out',
      ...spell(dice, 30 * minute),
      carrier: carrier(dice),
      share: pick([0.3, 0.3, 1], dice('share')),
    }),
  },
  flapping: {
    rows: ['F25'],
    says: 'A carrier goes on and off every 30 seconds.',
    aim: (dice) => ({ fault: 'flapping', ...spell(dice, 30 * minute), carrier: carrier(dice) }),
  },
  storm: {
    rows: ['F21'],
    says: 'A carrier throttles most requests.',
    aim: (dice) => ({
      fault: 'storm',
      ...spell(dice, minute, 10 * minute),
      carrier: carrier(dice),
      share: pick([0.5, 0.9, 1], dice('share')),
    }),
  },
  'late-receipts': {
    rows: ['F33'],
    says: "All of a carrier's receipts come 90 seconds late, or an hour.",
    aim: (dice) => ({
      fault: 'late-receipts',
      ...spell(dice, 30 * minute),
      carrier: carrier(dice),
      late: pick([90, 90, 3_600], dice('late')),
    }),
  },
} satisfies Partial<Catalogue<FaultName>>
