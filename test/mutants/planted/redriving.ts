import type { Mutant } from '../mutant.ts'

/** What had failed is brought back, by whom and to whom. */
export const redriving: readonly Mutant[] = [
  {
    name: 'a dead letter has a function of somebody else called',
    file: 'commands/redrive/way-back.ts',
    find: 'call.functionName === functions[call.takenBy]',
    replace: 'functions[call.takenBy]',
    caughtBy: {
      file: 'test/commands/redrive/way-back.test.ts',
      test: 'the way back of a dead letter > of receipts is the function of this stack that failed with them',
    },
    breaks: 'F7',
  },
  {
    name: 'a dead letter has a function called with whatever it holds',
    file: 'commands/redrive/call-again.ts',
    find: '    : undefined\n}',
    replace: "    : { what: 'a call', takenBy: 'close' }\n}",
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
    find: "  'ends (NotTold)': outputs.ExecutionsNotToldUrl,\n",
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
    name: 'what somebody stopped by hand is redriven',
    file: 'commands/redrive/redrive-executions.ts',
    find: "status === 'ABORTED'",
    replace: "status === 'FAILED' && arn === ''",
    caughtBy: {
      file: 'test/commands/redrive/redrive-executions.test.ts',
      test: 'goes on with what failed or timed out, and leaves what somebody stopped',
    },
    breaks: 'F7',
  },
  {
    name: 'an execution that ran for weeks before it failed is not found',
    file: 'commands/redrive/failed-executions.ts',
    find: ' - mostDaysUnderWay * dayMs',
    replace: '',
    caughtBy: {
      file: 'test/commands/redrive/redrive-executions.test.ts',
      test: 'reads no list further than to where nothing ended of late, and finds a long one that did',
    },
    breaks: 'F7',
  },
  {
    name: 'a queue that one may not read hides what lies in the others',
    file: 'commands/redrive/redriven.ts',
    find: 'if (refusal === undefined) throw error',
    replace: 'if (refusal) throw error',
    caughtBy: {
      file: 'test/commands/redrive/redrive-letters.test.ts',
      test: 'a queue that one may not read hides nothing of what lies in the others',
    },
    breaks: 'sight',
  },
  {
    name: 'whoever interrupts it leaves dead letters hidden',
    file: 'commands/look-through.ts',
    find: 'await hide(queues, QueueUrl, hidden.values(), 0)',
    replace: 'if (!signal.aborted) await hide(queues, QueueUrl, hidden.values(), 0)',
    caughtBy: {
      file: 'test/commands/look-through.test.ts',
      test: 'shows all again when SIGINT interrupts it, and looks at no other',
    },
    breaks: 'sight',
  },
]
