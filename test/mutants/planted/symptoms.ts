import type { Mutant } from '../mutant.ts'

const source = 'infra/constructs/symptoms.ts'
const each = 'test/infra/each-alarm.test.ts'

/** What people notice is told from what mends itself, from what is too little to say, and from who is not to blame. */
export const symptoms: readonly Mutant[] = [
  {
    name: 'payments that were told twice are looked for among orders',
    file: source,
    find: "'Duplicate', { kind: 'payment' }",
    replace: "'Duplicate', { kind: 'order' }",
    caughtBy: { file: each, test: 'the alarm PaymentsTwice > is raised by one payment that was told twice' },
    breaks: 'alarm',
  },
  {
    name: 'codes are called slow when half of them are',
    file: source,
    find: "'p99'",
    replace: "'p50'",
    caughtBy: {
      file: each,
      test: 'the alarm SlowCodestwilio > is raised by two codes in a hundred that a carrier takes after 6 seconds',
    },
    breaks: 'alarm',
  },
  {
    name: 'three codes make an outage',
    file: source,
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
    file: source,
    find: "codes('expired'), codes('unknown')",
    replace: "codes('suppressed'), codes('unknown')",
    caughtBy: { file: each, test: 'the alarm CodesMissing > is not raised, and goes back, by codes that nobody wanted sent' },
    breaks: 'alarm',
  },
  {
    name: 'codes are judged by another time than the alarm says',
    file: source,
    find: 'const period = Duration.minutes(10)',
    replace: 'const period = Duration.minutes(5)',
    caughtBy: { file: each, test: 'every alarm that names a time judges by that time' },
    breaks: 'alarm',
  },
  {
    name: 'receipts have stopped as soon as texts were taken after a quiet time',
    file: source,
    find: 'period: Duration.minutes(15), enough }),\n      periods: 2,',
    replace: 'period: Duration.minutes(30), enough }),',
    caughtBy: {
      file: each,
      test: 'receipts that come later than their texts > call nobody after a quiet time, though for a minute there are texts and no receipts',
    },
    breaks: 'alarm',
  },
  {
    name: 'a carrier that loses texts in silence is well',
    file: source,
    find: "[ourMetric(config, 'CarrierFailed', { carrier }), ourMetric(config, 'FellBack', { carrier, cause: 'silent' })]",
    replace: "[ourMetric(config, 'CarrierFailed', { carrier })]",
    caughtBy: {
      file: each,
      test: 'the alarm Failingtwilio > is raised by a carrier that loses half its texts, so that another sends them',
    },
    breaks: 'alarm',
  },
  {
    name: 'three codes say how slow a carrier is',
    file: 'infra/constructs/percent-of.ts',
    find: `IF(FILL(n, 0) >= \${enough}, FILL(m, 0), 0)`,
    replace: 'FILL(m, 0)',
    caughtBy: {
      file: each,
      test: 'the alarm SlowCodestwilio > is not raised, and goes back, by so few codes that they say nothing',
    },
    breaks: 'alarm',
  },
]
