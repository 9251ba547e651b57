import type { Mutant } from '../mutant.ts'

const rule = 'functions/fall-back/decide-fall-back.ts'
const situation = 'functions/fall-back/situation.ts'
const nextCarrier = 'functions/fall-back/next-carrier.ts'
const ofRule = 'test/functions/fall-back/decide-fall-back.test.ts'

/** Nobody sends again without knowing that it is a choice, and every loop ends. */
export const deciding: readonly Mutant[] = [
  {
    name: 'a fallback repeats the carrier that failed',
    file: nextCarrier,
    find: 'situation.carriers.find((carrier) => lastBy(situation, carrier) === undefined)',
    replace: 'situation.carriers[0]',
    caughtBy: { file: ofRule, test: 'after the first attempt > 2 carriers, order, route → send by twilio' },
    breaks: 'I2',
  },
  {
    name: 'a fallback follows a failure that is the recipient’s own',
    file: rule,
    find: "case 'recipient':",
    replace: "case 'recipient': return nextCarrier(situation, reason)",
    caughtBy: { file: ofRule, test: 'after the first attempt > 2 carriers, order, recipient → undeliverable: a-reason' },
    breaks: 'I2',
  },
  {
    name: 'what an earlier attempt says later of the recipient does not count',
    file: rule,
    find: 'const failure = finalFailure(attempts) ?? failureOf(last)',
    replace: 'const failure = failureOf(last)',
    caughtBy: {
      file: ofRule,
      test: 'further on > an earlier attempt that the recipient refused meanwhile, the end: no other carrier can help',
    },
    breaks: 'I2',
  },
  {
    name: 'one attempt more than its kind allows may be under way',
    file: rule,
    find: '.length >= policy.mostPossiblySent',
    replace: '.length > policy.mostPossiblySent',
    caughtBy: { file: ofRule, test: 'further on > two silences, the end although one is left' },
    breaks: 'I2',
  },
  {
    name: 'a payment is sent again after a code that nobody knows',
    file: rule,
    find: "if (!situation.policy.resendsOnSilence) return { outcome: 'unknown', reason }",
    replace: '',
    caughtBy: { file: ofRule, test: 'after the first attempt > 2 carriers, payment, unclassified → unknown: a-reason' },
    breaks: 'I2',
  },
  {
    name: 'a payment is sent again after a silence',
    file: 'functions/notification/kinds.ts',
    find: 'resendsOnSilence: false, mostPossiblySent: 1, mostParts: 2 }',
    replace: '}',
    caughtBy: { file: 'test/workflows/silence.test.ts', test: 'a payment of which nothing is heard is never sent again' },
    breaks: 'I2',
  },
  {
    name: 'a loop has no last pass',
    file: rule,
    find: 'const isLastPass = passes + 1 >= mostPasses',
    replace: 'const isLastPass = false',
    caughtBy: { file: ofRule, test: 'the fortieth pass > is the last word after throttling: one more would be a fault' },
    breaks: 'I8',
  },
  {
    name: 'a hold passes the validity',
    file: situation,
    find: 'seconds <= situation.secondsLeft ? { holdFor',
    replace: 'true ? { holdFor',
    caughtBy: { file: ofRule, test: 'what leaves too little time > is not held for longer' },
    breaks: 'F38',
  },
  {
    name: 'an attempt begins that could not be waited for inside the validity',
    file: situation,
    find: 'situation.secondsLeft >= 0 ?',
    replace: 'true ?',
    caughtBy: { file: ofRule, test: 'what leaves too little time > is not begun after it' },
    breaks: 'F38',
  },
  {
    name: 'Retry-After is ignored',
    file: nextCarrier,
    find: 'Math.min(longestRetryAfter, retryAfterOf(lastBy(situation, carrier)))',
    replace: '0',
    caughtBy: { file: ofRule, test: 'Retry-After > of 4 s: hold 9 s for sns' },
    breaks: 'F21',
  },
  {
    name: 'a carrier that asks for an hour is waited for',
    file: nextCarrier,
    find: 'retryAfterOf(last) <= longestRetryAfter &&',
    replace: '',
    caughtBy: { file: ofRule, test: 'Retry-After > of 61 s: send by twilio' },
    breaks: 'F21',
  },
  {
    name: 'a carrier that throttles is tried again for ever',
    file: nextCarrier,
    find: "failuresOf(situation, 'throttled', last.carrier) <= mostThrottledRetries &&",
    replace: '',
    caughtBy: { file: ofRule, test: 'further on > throttled a third time, the next carrier' },
    breaks: 'F21',
  },
  {
    name: 'all that were throttled come back at once',
    file: 'functions/fall-back/back-off.ts',
    find: 'Math.ceil(random * cap)',
    replace: 'cap',
    caughtBy: {
      file: 'test/functions/fall-back/back-off.test.ts',
      test: 'the try after throttling number 1 comes after 5 s at most',
    },
    breaks: 'I9',
  },
]
