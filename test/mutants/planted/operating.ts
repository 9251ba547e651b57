import type { Mutant } from '../mutant.ts'

/** What the people on duty are told, and what they do. */
export const operating: readonly Mutant[] = [
  {
    name: 'what is personal is shown to whoever did not ask for it',
    file: 'commands/show/summary.ts',
    find: 'if (!revealed) return',
    replace: 'if (!revealed && !person) return',
    caughtBy: {
      file: 'test/commands/show/summary.test.ts',
      test: 'what a notification is > says nothing personal where nobody asked for it, although it were at hand',
    },
    breaks: 'I6',
  },
  {
    name: 'number and text are shown before it is kept who looked',
    file: 'functions/reveal/handler.ts',
    find: 'await keepReveal(',
    replace: 'void keepReveal(',
    caughtBy: {
      file: 'test/functions/reveal/handler.test.ts',
      test: 'whoever looks > is shown nothing before it is kept that they looked',
    },
    breaks: '§7',
  },
  {
    name: 'whoever looks chose the name that the audit keeps',
    file: 'functions/reveal/handler.ts',
    find: "if (isFederatedUser(by)) return refusal('federated-user')",
    replace: '',
    caughtBy: {
      file: 'test/functions/reveal/handler.test.ts',
      test: 'nothing is shown, and nobody is kept as one who saw it, > to a federated user, for they chose their own name',
    },
    breaks: '§7',
  },
  {
    name: 'what is shown to one may be kept on the way',
    file: 'functions/signed-call/http-answer.ts',
    find: ", 'cache-control': 'no-store'",
    replace: '',
    caughtBy: {
      file: 'test/functions/reveal/handler.test.ts',
      test: 'whoever looks > is shown number, parameters and text, which nothing on the way may hold',
    },
    breaks: 'I6',
  },
  {
    name: 'a carrier that only passed a text on is told as one that spoke',
    file: 'commands/timeline/attempt-happenings.ts',
    find: "status !== 'sent' && ",
    replace: '',
    caughtBy: {
      file: 'test/commands/timeline/timeline.test.ts',
      test: 'a silence > is told where nothing final came before the deadline',
    },
    breaks: 'sight',
  },
  {
    name: 'an attempt that nobody waited for is told as silent',
    file: 'commands/timeline/attempt-happenings.ts',
    find: '  closed &&\n',
    replace: '',
    caughtBy: {
      file: 'test/commands/timeline/timeline.test.ts',
      test: 'a silence > is none where something final came in time, where nothing was sent, or where nobody waited that long',
    },
    breaks: 'sight',
  },
  {
    name: 'a silence is told that came after the end',
    file: 'commands/timeline/timeline.ts',
    find: 'notification.endedAt === undefined ? now : new Date(notification.endedAt)',
    replace: 'now',
    caughtBy: {
      file: 'test/commands/timeline/timeline.test.ts',
      test: 'a silence > is none where something final came in time, where nothing was sent, or where nobody waited that long',
    },
    breaks: 'sight',
  },
  {
    name: 'what a number was sent before its key was rotated is found no more',
    file: 'commands/find/ids-of-number.ts',
    find: 'of await readHashers(target))',
    replace: 'of (await readHashers(target)).slice(0, 1))',
    caughtBy: {
      file: 'test/records/ids-of-number.test.ts',
      test: 'finds what was written with the present key of the hashes, and then what was written before they were rotated',
    },
    breaks: 'sight',
  },
  {
    name: 'an attempt that may have arrived is counted as failed',
    file: 'commands/stats/counted.ts',
    find: "attempt.closed ? 'unknown'",
    replace: "attempt.closed ? 'failed'",
    caughtBy: {
      file: 'test/commands/stats/figures.test.ts',
      test: 'figures by carrier > count attempts, so that one that lost a text is seen although another brought it',
    },
    breaks: 'sight',
  },
  {
    name: 'figures by carrier count a rescued text once',
    file: 'commands/stats/counted.ts',
    find: "by.includes('carrier')",
    replace: 'by.length > 9',
    caughtBy: {
      file: 'test/commands/stats/figures.test.ts',
      test: 'figures by carrier > count attempts, so that one that lost a text is seen although another brought it',
    },
    breaks: 'sight',
  },
  {
    name: 'the share that arrived is one of what is still under way, too',
    file: 'commands/stats/figures.ts',
    find: 'told.delivered + told.failed + told.unknown',
    replace: 'counted.length',
    caughtBy: {
      file: 'test/commands/stats/figures.test.ts',
      test: 'figures of notifications > leave out of the share what was withheld, only accepted or is under way',
    },
    breaks: 'sight',
  },
  {
    name: 'one text that was held and has just ended hides the figures of all others',
    file: 'commands/stats/recent-notifications.ts',
    find: 'stopDate !== undefined && stopDate < since',
    replace: 'stopDate !== undefined',
    caughtBy: {
      file: 'test/commands/stats/recent-notifications.test.ts',
      test: 'finds all that was started since then where one that had been held for long ended last',
    },
    breaks: 'sight',
  },
  {
    name: 'a callback that is believed unsigned is fine',
    file: 'commands/doctor/checks/callbacks.ts',
    find: 'status === refusalStatus.forged',
    replace: 'status > 0',
    caughtBy: {
      file: 'test/commands/doctor/checks.test.ts',
      test: 'the doctor > names a callback that is believed unsigned in a sentence, with a remedy, and no secret in either',
    },
    breaks: 'sight',
  },
  {
    name: 'the account that the stack was made with is fine',
    file: 'commands/doctor/checks/secrets.ts',
    find: ' || account.data.accountSid === placeholderSid',
    replace: '',
    caughtBy: {
      file: 'test/commands/doctor/checks.test.ts',
      test: 'the doctor > names the account that the stack was made with in a sentence, with a remedy, and no secret in either',
    },
    breaks: 'sight',
  },
  {
    name: 'a sample of the deliveries is fine',
    file: 'commands/doctor/checks/delivery-logging.ts',
    find: 'rate === 100',
    replace: 'rate > 0',
    caughtBy: {
      file: 'test/commands/doctor/checks.test.ts',
      test: 'the doctor > names a sample of deliveries in a sentence, with a remedy, and no secret in either',
    },
    breaks: 'sight',
  },
  {
    name: 'whoever watches one kind is told of all',
    file: 'commands/watch/event-pattern.ts',
    find: 'detail: { kind: [kind] }',
    replace: 'detail: {}',
    caughtBy: {
      file: 'test/commands/watch/event-pattern.test.ts',
      test: 'what is watched > is one outcome of one kind, where both are named',
    },
    breaks: 'sight',
  },
  {
    name: 'a refusal of AWS is quoted, whatever it names',
    file: 'commands/refusal-of.ts',
    find: 'meaning?.(name, message) ?? `AWS refused',
    replace: 'message ?? `AWS refused',
    caughtBy: {
      file: 'test/commands/refusal-of.test.ts',
      test: 'says in a sentence what what else AWS refuses means, and nothing of what AWS said but the right',
    },
    breaks: 'I6',
  },
]
