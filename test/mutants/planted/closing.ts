import type { Mutant } from '../mutant.ts'

const close = 'functions/close/handler.ts'
const ofClose = 'test/functions/close/handler.test.ts'

/** Whatever breaks leaves an outcome. */
export const closing: readonly Mutant[] = [
  {
    name: 'Close takes the outcome away that is there',
    file: close,
    find: 'if (notification.outcome !== undefined) return notification',
    replace: '',
    caughtBy: {
      file: ofClose,
      test: 'a notification whose workflow broke > keeps the outcome that it has, and nothing is written: expired',
    },
    breaks: 'I4',
  },
  {
    name: 'Close calls undeliverable what may have been sent',
    file: close,
    find: "const outcome = unknownOr('undeliverable', notification.attempts)",
    replace: "const outcome = 'undeliverable'",
    caughtBy: {
      file: ofClose,
      test: 'a notification whose workflow broke > ends as unknown when an attempt is armed, and its task is told',
    },
    breaks: 'F16',
  },
  {
    name: 'Close does not go to the rendezvous of an attempt whose send died on the way there',
    file: close,
    find: 'await keepAppointments(dependencies, found)',
    replace: '',
    caughtBy: {
      file: ofClose,
      test: 'a notification whose workflow broke > goes to the rendezvous of every accepted attempt, where later receipts find it',
    },
    breaks: 'F16',
  },
  {
    name: 'Close leaves a task waiting that was redriven',
    file: close,
    find: 'await settle(notification)',
    replace: '',
    caughtBy: {
      file: ofClose,
      test: 'a notification whose workflow broke > settles the task that still waits although there is an outcome',
    },
    breaks: 'I8',
  },
]
