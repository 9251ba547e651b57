import { failureClasses } from '../../../functions/notification/failure.ts'
import { pick } from '../core/chance.ts'
import { message } from './answer-faults.ts'
import type { Catalogue } from './entry.ts'
import type { Fault, FaultName, FaultOf } from './fault.ts'

const endings = ['delivered', ...failureClasses] as const

/** Whatever can become of an accepted text and of what is told of it. */
export const receiptFaults = {
  lost: {
    rows: ['F24', 'F33'],
    says: 'An accepted text reaches nobody, and nothing is ever told of it.',
    aim: (dice, of) => ({ fault: 'lost', ...message(dice, of) }),
  },
  undelivered: {
    rows: ['F31'],
    says: 'An accepted text fails later, by one of the classes of failure.',
    aim: (dice, of) => ({ fault: 'undelivered', ...message(dice, of), class: pick(failureClasses, dice('class')) }),
  },
  'never-told': {
    rows: ['F33'],
    says: 'A text arrives, and no receipt tells it.',
    aim: (dice, of) => ({ fault: 'never-told', ...message(dice, of) }),
  },
  'told-early': {
    rows: ['F27'],
    says: "The receipt comes before the carrier's answer.",
    aim: (dice, of) => ({ fault: 'told-early', ...message(dice, of) }),
  },
  'told-late': {
    rows: ['F33', 'F36', 'F37'],
    says: 'The receipt comes late: at the deadline, after the fallback, after the end, after 72 hours.',
    aim: (dice, of) => ({
      fault: 'told-late',
      ...message(dice, of),
      seconds: pick([19.9, 20, 20.2, 89.9, 90, 90.2, 600, 600.1, 1_800, 1_800.1, 7_200, 259_200], dice('seconds')),
    }),
  },
  'told-often': {
    rows: ['F30'],
    says: 'The same receipt comes up to a hundred times.',
    aim: (dice, of) => ({
      fault: 'told-often',
      ...message(dice, of),
      times: pick([2, 2, 2, 2, 3, 3, 3, 5, 5, 10, 10, 100], dice('times')),
    }),
  },
  'told-both': {
    rows: ['F30', 'F31', 'F36'],
    says: 'Two final receipts contradict each other, seconds or hours apart.',
    aim: (dice, of) => ({
      fault: 'told-both',
      ...message(dice, of),
      first: pick(endings, dice('first')),
      last: pick(endings, dice('last')),
      seconds: pick([0, 0.01, 1, 30, 3_600], dice('seconds')),
    }),
  },
  'only-sent': {
    rows: ['F33'],
    says: 'Nothing but `sent` is ever told.',
    aim: (dice, of) => ({ fault: 'only-sent', ...message(dice, of, ['twilio']) }),
  },
  'told-backwards': {
    rows: ['F31'],
    says: '`delivered` comes before `sent`.',
    aim: (dice, of) => ({ fault: 'told-backwards', ...message(dice, of, ['twilio']) }),
  },
  'false-delivered': {
    rows: ['F34'],
    says: 'The carrier tells `delivered` of a text that never arrives.',
    aim: (dice, of) => ({ fault: 'false-delivered', ...message(dice, of) }),
  },
  forged: {
    rows: ['F32'],
    says: 'Somebody without the key forges a callback for this attempt.',
    aim: (dice, of) => ({ fault: 'forged', ...message(dice, of, ['twilio']), says: pick(endings, dice('says')) }),
  },
  foreign: {
    rows: ['F32'],
    says: "A receipt comes for another deployment's message.",
    aim: (dice, of) => ({ fault: 'foreign', ...message(dice, of) }),
  },
  'old-callback': {
    rows: ['F32'],
    says: 'An old callback, well signed, is replayed after its URL has expired.',
    aim: (dice, of) => ({ fault: 'old-callback', ...message(dice, of, ['twilio']) }),
  },
} satisfies Partial<Catalogue<FaultName>>

export type ReceiptFault = FaultOf<keyof typeof receiptFaults>

export const isReceiptFault = (fault: Fault): fault is ReceiptFault => Object.hasOwn(receiptFaults, fault.fault)
