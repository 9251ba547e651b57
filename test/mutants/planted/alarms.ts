import type { Mutant } from '../mutant.ts'

const alarm = 'infra/constructs/alarms.ts'
const symptoms = 'infra/constructs/symptoms.ts'
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
    name: 'payments that were told twice are looked for among orders',
    file: symptoms,
    find: "'Duplicate', { kind: 'payment' }",
    replace: "'Duplicate', { kind: 'order' }",
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
    name: 'codes are called slow when half of them are',
    file: symptoms,
    find: "'p99'",
    replace: "'p50'",
    caughtBy: {
      file: each,
      test: 'the alarm SlowCodestwilio > is raised by two codes in a hundred that a carrier takes after 6 seconds',
    },
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
    name: 'three codes make an outage',
    file: symptoms,
    find: 'const enough = 20',
    replace: 'const enough = 3',
    caughtBy: {
      file: each,
      test: 'the alarm CodesMissing > is not raised, and goes back, by so few codes that they say nothing',
    },
    breaks: 'alarm',
  },
  {
    name: 'codes that nobody wanted sent count as missing',
    file: symptoms,
    find: "codes('expired'), codes('unknown')",
    replace: "codes('suppressed'), codes('unknown')",
    caughtBy: { file: each, test: 'the alarm CodesMissing > is not raised, and goes back, by codes that nobody wanted sent' },
    breaks: 'alarm',
  },
  {
    name: 'codes are judged by another time than the alarm says',
    file: symptoms,
    find: 'const period = Duration.minutes(10)',
    replace: 'const period = Duration.minutes(5)',
    caughtBy: { file: each, test: 'every alarm that names a time judges by that time' },
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
