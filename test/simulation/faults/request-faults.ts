import { between, pick } from '../core/chance.ts'
import type { Catalogue } from './entry.ts'
import { type FaultName, malformations, poisons } from './fault.ts'

const day = 86_400

/** Whatever can be wrong with a request, and with what carries it and its status. */
export const requestFaults = {
  repeated: {
    rows: ['F1'],
    says: 'The bus delivers the event once more.',
    aim: (dice, of) => ({ fault: 'repeated', of, seconds: pick([0, 0.01, 1, 5, 3_600], dice('seconds')) }),
  },
  conflicting: {
    rows: ['F2'],
    says: 'Another request comes under the same id, after the first or before it.',
    aim: (dice, of) => ({ fault: 'conflicting', of, seconds: pick([-1, 0, 0.01, 3, 3_600], dice('seconds')) }),
  },
  malformed: {
    rows: ['F4'],
    says: 'An event comes that cannot be read.',
    aim: (dice, of) => ({ fault: 'malformed', of, how: pick(malformations, dice('how')) }),
  },
  replayed: {
    rows: ['F3'],
    says: 'An archive replays the event, after 90 days or when the record is gone.',
    aim: (dice, of) => ({ fault: 'replayed', of, days: pick([2, 90, 500], dice('days')) }),
  },
  delayed: {
    rows: ['F1', 'F3', 'F38'],
    says: 'The bus delivers the event late, at times when it is stale.',
    aim: (dice, of) => ({ fault: 'delayed', of, seconds: pick([2, 60, 285, 310, day - 60, day + 600], dice('seconds')) }),
  },
  'target-fails': {
    rows: ['F7'],
    says: 'The request queue refuses the bus for hours; after 24 the event is a dead letter.',
    aim: (dice, of) => ({ fault: 'target-fails', of, hours: pick([1, 23, 25], dice('hours')) }),
  },
  redelivered: {
    rows: ['F1', 'F8'],
    says: 'The queue delivers a message once more that was taken already.',
    aim: (dice, of) => ({ fault: 'redelivered', of, seconds: pick([0.01, 1, 200], dice('seconds')) }),
  },
  expires: {
    rows: ['F38'],
    says: 'The text is of no use any more soon after the request, or already before it.',
    aim: (dice, of) => ({ fault: 'expires', of, seconds: pick([-5, 1, 18, 20, 40, 100], dice('seconds')) }),
  },
  poison: {
    rows: ['F12', 'F13'],
    says: 'A parameter, its name, a number or a template is not what it should be; or an emoji makes three parts of one.',
    aim: (dice, of) => ({ fault: 'poison', of, how: dice('emoji') < 0.3 ? 'emoji' : pick(poisons, dice('how')) }),
  },
  stopped: {
    rows: ['F28'],
    says: 'Somebody stops the execution by hand, and at times redrives it.',
    aim: (dice, of) => ({
      fault: 'stopped',
      of,
      seconds: pick([0.5, 2, 10, 60, 900], dice('seconds')),
      ...(dice('redriven') < 0.6 && { redrivenAfter: pick([0.02, 1, 30, 3_000], dice('after')) }),
    }),
  },
  'stream-repeat': {
    rows: ['F35'],
    says: "The table's stream delivers a change once more.",
    aim: (dice, of) => ({ fault: 'stream-repeat', of, change: between(1, 6, dice('change')) }),
  },
  'partial-put': {
    rows: ['F5'],
    says: 'PutEvents answers well and has taken only some entries.',
    aim: (dice, of) => ({ fault: 'partial-put', of, put: between(1, 4, dice('put')) }),
  },
} satisfies Partial<Catalogue<FaultName>>
