import type { Mutant } from '../mutant.ts'

const rule = 'functions/close/closed.ts'
const close = 'functions/close/close-notification.ts'
const sweep = 'functions/sweep/handler.ts'
const ofClose = 'test/functions/close/handler.test.ts'
const ofSweep = 'test/functions/sweep/handler.test.ts'

/** Whatever breaks leaves an outcome. */
export const closing: readonly Mutant[] = [
  {
    name: 'Close takes the outcome away that is there',
    file: rule,
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
    file: rule,
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
  {
    name: 'the sweep ends what has time left',
    file: sweep,
    find: '&& deadlineOf(notification) < now',
    replace: '',
    caughtBy: {
      file: ofSweep,
      test: 'not touched is > one that is not planned yet, a day after its request, though the index names it',
    },
    breaks: 'I3',
  },
  {
    name: 'one broken notification stops the sweep of the others',
    file: sweep,
    find: 'await sweep(id).catch(failed(id))',
    replace: 'await sweep(id)',
    caughtBy: { file: ofSweep, test: 'is not stopped by a broken notification, and says at its end that it met one' },
    breaks: 'F33',
  },
  {
    name: 'a place in the stream is forgotten before all of it was published',
    file: 'functions/republish/handler.ts',
    find: 'if (failures.length > 0) throw failures[0]',
    replace: '',
    caughtBy: {
      file: 'test/functions/republish/handler.test.ts',
      test: 'what was not published > stays in the queue when one of its records fails again; the others are published, and the run fails',
    },
    breaks: 'F5',
  },
]
