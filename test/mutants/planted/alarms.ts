import type { Mutant } from '../mutant.ts'

const alarm = 'infra/constructs/alarms.ts'
const figure = 'infra/constructs/our-metric.ts'
const each = 'test/infra/each-alarm.test.ts'

/** Whoever is on duty is called when it is time, and not otherwise. */
export const alarms: readonly Mutant[] = [
  {
    name: 'alarms ring while all is well',
    file: alarm,
    find: 'comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD',
    replace: 'comparison ?? ComparisonOperator.LESS_THAN_THRESHOLD',
    caughtBy: { file: each, test: 'the alarm PaymentsTwice > is raised by one payment that was told twice' },
    breaks: 'alarm',
  },
  {
    name: 'an alarm reads a series that nobody writes, without the deployment',
    file: figure,
    find: 'dimensionsMap: { service, ...dimensions }',
    replace: 'dimensionsMap: dimensions',
    caughtBy: { file: each, test: 'the alarm Failedaccount > is raised by one text that our account may not send' },
    breaks: 'alarm',
  },
  {
    name: 'an alarm judges the average of what it should add up',
    file: figure,
    find: "statistic = 'Sum'",
    replace: "statistic = 'Average'",
    caughtBy: { file: each, test: 'the alarm ForgedCallbacks > is raised by twenty callbacks that are forged' },
    breaks: 'alarm',
  },
  {
    name: 'messages that wait are judged by the sum of their ages',
    file: 'infra/constructs/event-queue.ts',
    find: 'queue.metricApproximateAgeOfOldestMessage()',
    replace: "queue.metricApproximateAgeOfOldestMessage({ statistic: 'Sum' })",
    caughtBy: { file: each, test: 'the alarm RequestsWait > is not raised, and goes back, by messages that wait for two' },
    breaks: 'alarm',
  },
  {
    name: 'one outage calls once for each of its signs',
    file: alarm,
    find: 'if (watch.outage && this.#combines) this.#signs[watch.outage].push(alarm)',
    replace: 'if (watch.outage && this.#combines) this.#signs[watch.outage].push(alarm), this.#call(alarm, this.pages)',
    caughtBy: {
      file: 'test/infra/symptoms.test.ts',
      test: 'one outage is one page: each sign of it is silent, and the alarm above them calls',
    },
    breaks: 'alarm',
  },
  {
    name: 'a letter that lies for days is the sign of an outage, and hides the next one',
    file: 'infra/constructs/failure-queue.ts',
    find: 'says: holds,',
    replace: "outage: 'Machine', says: holds,",
    caughtBy: {
      file: 'test/infra/symptoms.test.ts',
      test: 'a letter that lies for days is a page of its own, and hides no later one: it is no sign of an outage',
    },
    breaks: 'alarm',
  },
  {
    name: 'a figure does not say whose it is',
    file: 'functions/publish/handler.ts',
    find: 'emit(metric, after)',
    replace: 'emit(metric)',
    caughtBy: {
      file: 'test/functions/publish/handler.test.ts',
      test: 'a change in the table > is counted with the id of whom it tells, so that an alarm leads there',
    },
    breaks: 'alarm',
  },
  {
    name: 'an event that is refused is counted without its id',
    file: 'functions/request/refuse.ts',
    find: 'onRejection(refusal, requestEventId)',
    replace: "onRejection(refusal, '')",
    caughtBy: {
      file: 'test/functions/request/handler.test.ts',
      test: 'an event for the same id with other content > is rejected as a conflict, and the first stays untouched',
    },
    breaks: 'alarm',
  },
  {
    name: 'what the sweep ended is counted without its id',
    file: 'functions/sweep/handler.ts',
    find: 'onSwept(id)',
    replace: 'onSwept(shard)',
    caughtBy: {
      file: 'test/functions/sweep/handler.test.ts',
      test: 'goes through all shards, and counts each that it ended by its id',
    },
    breaks: 'alarm',
  },
  {
    name: 'a person is called again by every later change of what they were called for',
    file: 'functions/publish/status-metrics.ts',
    find: '.filter((_, index) => !failedBefore(before?.attempts[index]))',
    replace: '',
    caughtBy: {
      file: 'test/functions/publish/status-metrics.test.ts',
      test: 'what only a person mends calls for one > once an attempt, whatever else becomes of it',
    },
    breaks: 'alarm',
  },
]
