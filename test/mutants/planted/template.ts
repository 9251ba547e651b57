import type { Mutant } from '../mutant.ts'

const requests = 'infra/constructs/event-queue.ts'
const ofQueues = 'test/infra/queues.test.ts'
const ofRights = 'test/infra/rights.test.ts'

/** What is deployed around it: nothing is lost, and there is no right too many. */
export const template: readonly Mutant[] = [
  {
    name: 'a request that fails again and again is dropped',
    file: requests,
    find: 'deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },',
    replace: '',
    caughtBy: {
      file: ofQueues,
      test: 'the queues of production > have a dead-letter queue or are one, where what failed lies for the longest time that SQS offers',
    },
    breaks: 'F7',
  },
  {
    name: 'a request that the queue would not take is dropped',
    file: requests,
    find: 'new SqsQueue(queue, { deadLetterQueue: deadLetters })',
    replace: 'new SqsQueue(queue)',
    caughtBy: {
      file: 'test/infra/rules.test.ts',
      test: 'the rules of production > are five for events, and keep what they could not hand over',
    },
    breaks: 'F7',
  },
  {
    name: 'one bad request brings back the whole batch',
    file: requests,
    find: 'reportBatchItemFailures: true, maxConcurrency',
    replace: 'reportBatchItemFailures: false, maxConcurrency',
    caughtBy: {
      file: ofQueues,
      test: 'the queues of production > RequestsQueue feeds request, a capped number at once, of which only those come again that failed',
    },
    breaks: 'F35',
  },
  {
    name: 'a change that could not be published is dropped',
    file: 'infra/constructs/status-publisher.ts',
    find: 'onFailure: new SqsDlq(failed.queue),',
    replace: '',
    caughtBy: {
      file: ofQueues,
      test: 'the queues of production > feed publish from the table: notifications, versions of templates and levels of budgets only, no poison record for ever, no record twice for its neighbour’s sake',
    },
    breaks: 'I3',
  },
  {
    name: 'a receipt that could not be taken is dropped',
    file: 'infra/constructs/lambda-step.ts',
    find: '...(onFailure && { onFailure: new SqsDestination(onFailure) }),',
    replace: '',
    caughtBy: { file: 'test/infra/functions.test.ts', test: 'keeps the asynchronous calls of receipt that failed' },
    breaks: 'F35',
  },
  {
    name: 'an execution that was stopped by hand leaves no outcome',
    file: 'infra/constructs/execution-watch.ts',
    find: "status: ['FAILED', 'TIMED_OUT', 'ABORTED']",
    replace: "status: ['FAILED', 'TIMED_OUT']",
    caughtBy: {
      file: 'test/infra/rules.test.ts',
      test: 'the rules of production > tell close of every execution of deliver-notification that did not succeed, by its name alone',
    },
    breaks: 'I3',
  },
  {
    name: 'a queue of failures calls nobody',
    file: 'infra/constructs/failure-queue.ts',
    find: "metric: this.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),",
    replace: 'metric: this.queue.metricNumberOfMessagesSent(),',
    caughtBy: {
      file: 'test/infra/alarms.test.ts',
      test: 'the alarms of production > call an operator by the first message in a queue of what nobody could handle',
    },
    breaks: 'I3',
  },
  {
    name: 'the request function may start any workflow',
    file: 'infra/constructs/named-workflow.ts',
    find: "actions: ['states:StartExecution'], resourceArns: [this.arn]",
    replace: "actions: ['states:StartExecution'], resourceArns: ['*']",
    caughtBy: { file: ofRights, test: 'in production > request may do what it does and no more' },
    breaks: 'I6',
  },
  {
    name: 'every function may do everything with the records',
    file: 'infra/constructs/let-use-records.ts',
    find: 'const named = actions.map(',
    replace: "const named = ['*'].map(",
    caughtBy: { file: ofRights, test: 'in production > send may do what it does and no more' },
    breaks: 'I6',
  },
  {
    name: 'the records are not encrypted with the customer key',
    file: 'infra/constructs/records.ts',
    find: 'TableEncryptionV2.customerManagedKey(key)',
    replace: 'TableEncryptionV2.awsManagedKey()',
    caughtBy: {
      file: 'test/infra/records.test.ts',
      test: 'the records of production > are encrypted with the customer key, can be put back to any second, and forget in time',
    },
    breaks: 'I6',
  },
  {
    name: 'the function that sends has no time left to keep the answer',
    file: 'infra/constructs/delivery-steps.ts',
    find: '(sending.functionSeconds - sending.callSeconds - secondsToRecord) * 1000',
    replace: '(sending.functionSeconds - sending.callSeconds) * 1000',
    caughtBy: {
      file: 'test/infra/functions.test.ts',
      test: 'leaves time to keep the carrier’s answer, however late the call begins, in production',
    },
    breaks: 'F17',
  },
]
