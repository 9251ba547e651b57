import type { CarrierName } from '../../../functions/notification/carrier-name.ts'
import { failureClasses } from '../../../functions/notification/failure.ts'
import { between, pick } from '../core/chance.ts'
import type { Catalogue, Dice } from './entry.ts'
import type { Fault, FaultName, FaultOf } from './fault.ts'

/** The first request to a carrier meets most. */
export const message = (dice: Dice, of: number, likely: readonly [CarrierName, ...CarrierName[]] = ['sns', 'twilio']) => ({
  of,
  carrier: pick(likely, dice('carrier')),
  request: between(1, 3, dice('request') ** 4),
})

const knownRefusals = failureClasses.filter((name) => name !== 'throttled')
const [firstRefusal = 'recipient', ...otherRefusals] = knownRefusals

/** Whatever a carrier can make of a request. */
export const answerFaults = {
  refused: {
    rows: ['F18', 'F19'],
    says: 'The carrier refuses, by one of the classes of failure.',
    aim: (dice, of) => ({
      fault: 'refused',
      ...message(dice, of),
      class: pick([firstRefusal, ...otherRefusals], dice('class')),
    }),
  },
  unreachable: {
    rows: ['F19'],
    says: 'No connection comes about: nothing left.',
    aim: (dice, of) => ({ fault: 'unreachable', ...message(dice, of) }),
  },
  throttles: {
    rows: ['F21'],
    says: 'The carrier throttles, with and without Retry-After.',
    aim: (dice, of) => {
      const retryAfter = pick([undefined, undefined, 1, 30, 60, 61, 3_600], dice('after'))
      return { fault: 'throttles', ...message(dice, of), ...(retryAfter !== undefined && { retryAfter }) }
    },
  },
  'server-error': {
    rows: ['F20'],
    says: 'The carrier answers 500, before or after it has accepted.',
    aim: (dice, of) => ({ fault: 'server-error', ...message(dice, of), accepted: dice('accepted') < 0.5 }),
  },
  'times-out': {
    rows: ['F17', 'F18'],
    says: 'The carrier does not answer in time, and has accepted or not.',
    aim: (dice, of) => ({ fault: 'times-out', ...message(dice, of), accepted: dice('accepted') < 0.5 }),
  },
  unreadable: {
    rows: ['F22'],
    says: 'The carrier accepts, and its answer cannot be read.',
    aim: (dice, of) => ({ fault: 'unreadable', ...message(dice, of) }),
  },
  'id-seen-before': {
    rows: ['F22'],
    says: "The carrier accepts, and gives the id of this recipient's last message.",
    aim: (dice, of) => ({ fault: 'id-seen-before', ...message(dice, of), request: between(1, 2, dice('request')) }),
  },
  slow: {
    rows: ['F17', 'F25'],
    says: 'The carrier answers ten times slower.',
    aim: (dice, of) => ({ fault: 'slow', ...message(dice, of), seconds: pick([2, 5, 7.9, 8, 26], dice('seconds')) }),
  },
} satisfies Partial<Catalogue<FaultName>>

export type AnswerFault = FaultOf<keyof typeof answerFaults>

export const isAnswerFault = (fault: Fault): fault is AnswerFault => Object.hasOwn(answerFaults, fault.fault)
