import { between, pick } from '../core/chance.ts'
import type { Catalogue, Dice } from './entry.ts'
import type { FaultName, StepName } from './fault.ts'

/** Where most can go wrong, most goes wrong. */
const likelySteps: readonly [StepName, ...StepName[]] = [
  ...(['send', 'send', 'send', 'send', 'send', 'send', 'send', 'send'] as const),
  ...(['receipt', 'receipt', 'receipt', 'receipt', 'fall-back', 'fall-back', 'fall-back', 'fall-back'] as const),
  ...(['request', 'request', 'validate', 'validate', 'close', 'publish', 'permit', 'intervene'] as const),
]

const invocation = (dice: Dice, of: number, likely: readonly [StepName, ...StepName[]] = likelySteps) => ({
  of,
  step: pick(likely, dice('step')),
  invocation: between(1, 3, dice('invocation') ** 2),
})

const call = (dice: Dice, of: number) => ({ ...invocation(dice, of), call: between(1, 9, dice('call')) })

/** In seconds: within a function's time, at its end, and beyond it. */
const freezes = [1, 5, 9, 14, 31, 90] as const

/** Whatever can happen to an invocation and to its calls. */
export const callFaults = {
  crash: {
    rows: ['F16', 'F26', 'F35'],
    says: 'The process ends at a call, before or after its effect; what it had begun elsewhere goes on.',
    aim: (dice, of) => ({ fault: 'crash', ...call(dice, of), when: pick(['before', 'after', 'after'], dice('when')) }),
  },
  'lost-request': {
    rows: ['F18'],
    says: 'A call does not reach its service, so often in a row; the client tries again after its timeout.',
    aim: (dice, of) => ({ fault: 'lost-request', ...call(dice, of), tries: between(1, 14, dice('tries') ** 3) }),
  },
  'lost-reply': {
    rows: ['F6', 'F9', 'F29'],
    says: 'A call has its effect and its reply is lost, so often in a row; the client tries again.',
    aim: (dice, of) => ({ fault: 'lost-reply', ...call(dice, of), tries: between(1, 3, dice('tries') ** 2) }),
  },
  throttled: {
    rows: ['F6', 'F10'],
    says: 'A service throttles whoever works for this notification, for a time.',
    aim: (dice, of) => ({ fault: 'throttled', ...call(dice, of), seconds: pick([1, 10, 10, 60, 300], dice('seconds')) }),
  },
  conflict: {
    rows: ['F8', 'F9'],
    says: 'DynamoDB answers a write by a transaction conflict.',
    aim: (dice, of) => ({ fault: 'conflict', ...call(dice, of) }),
  },
  freeze: {
    rows: ['F8', 'F17', 'F37'],
    says: 'The process stands still before a call, at times until its own timeout kills it.',
    aim: (dice, of) => ({ fault: 'freeze', ...call(dice, of), seconds: pick(freezes, dice('seconds')) }),
  },
  busy: {
    rows: ['F23'],
    says: 'Lambda does not invoke the function, so often in a row: Lambda.TooManyRequestsException.',
    aim: (dice, of) => ({ fault: 'busy', ...invocation(dice, of), times: between(1, 15, dice('times') ** 2) }),
  },
  'answer-lost': {
    rows: ['F23'],
    says: 'The function does its work, and its caller is told Lambda.Unknown.',
    aim: (dice, of) => ({ fault: 'answer-lost', ...invocation(dice, of) }),
  },
  'starts-late': {
    rows: ['F8', 'F23', 'F28'],
    says: 'Its caller is told Lambda.Unknown at once, and the function starts later all the same: it outlives its task.',
    aim: (dice, of) => ({
      fault: 'starts-late',
      ...invocation(dice, of, ['send', 'send', 'send', 'fall-back', 'validate', 'close']),
      seconds: pick([0.05, 1, 3, 10, 60, 600], dice('seconds')),
    }),
  },
  'starts-twice': {
    rows: ['F8', 'F23'],
    says: 'Lambda starts the function once more with the same payload.',
    aim: (dice, of) => ({
      fault: 'starts-twice',
      ...invocation(dice, of),
      seconds: pick([0, 0.005, 0.05, 1, 10, 120], dice('seconds')),
    }),
  },
  clock: {
    rows: ['F40'],
    says: 'The clock of a function is up to five minutes off.',
    aim: (dice, of) => ({
      fault: 'clock',
      of,
      step: pick(likelySteps, dice('step')),
      seconds: between(-300, 300, dice('seconds')),
    }),
  },
} satisfies Partial<Catalogue<FaultName>>
