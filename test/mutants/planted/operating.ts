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
    name: 'a dead letter has a function of somebody else called',
    file: 'commands/redrive/way-back.ts',
    find: 'call.functionName.startsWith(',
    replace: 'call.functionName.concat(',
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'the way back of a dead letter > of receipts is the function of this stack that failed with them',
    },
    breaks: 'F7',
  },
  {
    name: 'a dead letter has a function called with whatever it holds',
    file: 'commands/redrive/call-again.ts',
    find: 'functionName === undefined || what === undefined',
    replace: "functionName === undefined || what === ''",
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'the way back of a dead letter > is none where it is a call with what none of our functions takes, and what is said of it holds no number',
    },
    breaks: 'F7',
  },
  {
    name: 'an ended review is closed as a notification',
    file: 'commands/redrive/call-again.ts',
    find: "stateMachineArn.endsWith('-review-template')",
    replace: "stateMachineArn === ''",
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'the way back of a dead letter > of an end of a review that nobody was told is the function that was to be told',
    },
    breaks: 'F7',
  },
  {
    name: 'a request whose id holds the number comes back, and its id is printed',
    file: 'commands/redrive/way-back.ts',
    find: 'if (revealsNumber(data.notificationId, data.to))',
    replace: "if (data.notificationId === '')",
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'the way back of a dead letter > is none where it is a request whose id holds the number, and what is said of it holds no number',
    },
    breaks: 'I6',
  },
  {
    name: 'what another account put comes back as ours',
    file: 'commands/redrive/way-back.ts',
    find: 'event.account !== undefined && event.account !== account',
    replace: "event.account === ''",
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'the way back of a dead letter > is none where it came from another account, and what is said of it holds no number',
    },
    breaks: 'F7',
  },
  {
    name: 'an execution that failed by design is redriven',
    file: 'commands/redrive/redrive-executions.ts',
    find: ' && notification.outcome === undefined',
    replace: '',
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'an execution that did not succeed > has work left only where its notification has no outcome',
    },
    breaks: 'F7',
  },
  {
    name: 'nobody brings the letters of one queue back',
    file: 'commands/dead-letter-queues.ts',
    find: "  'ends not told': outputs.ExecutionsNotToldUrl,\n",
    replace: '',
    caughtBy: {
      file: 'test/infra/queues.test.ts',
      test: 'the queues of production > are each known to `heliograph redrive` where something ends, by an output of the stack',
    },
    breaks: 'F7',
  },
  {
    name: 'the stack does not say where failures lie',
    file: 'infra/constructs/failure-queue.ts',
    find: 'value: this.queue.queueUrl',
    replace: 'value: this.queue.queueName',
    caughtBy: {
      file: 'test/infra/queues.test.ts',
      test: 'the queues of production > are each known to `heliograph redrive` where something ends, by an output of the stack',
    },
    breaks: 'F7',
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
    find: ' || account.data.accountSid === placeholder',
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
