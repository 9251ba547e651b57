import type { Mutant } from '../mutant.ts'

const twilio = 'functions/carriers/twilio.ts'
const twilioAnswers = 'test/functions/carriers/twilio-answers.test.ts'
const sns = 'functions/carriers/sns.ts'
const ofSns = 'test/functions/carriers/sns.test.ts'

/** A carrier is asked once, and its answer is taken for what it is. */
export const carriers: readonly Mutant[] = [
  {
    name: 'the client of SNS tries again by itself',
    file: sns,
    find: 'maxAttempts: 1,',
    replace: 'maxAttempts: 3,',
    caughtBy: { file: ofSns, test: 'a text handed to SNS > that is throttled was not sent, and is not tried again' },
    breaks: 'I1',
  },
  {
    name: 'a text goes to SNS on a connection that may have died meanwhile',
    file: sns,
    find: 'httpAgent: { keepAlive: false },',
    replace: 'httpAgent: { keepAlive: true },',
    caughtBy: {
      file: 'test/functions/carriers/sns-odd-answers.test.ts',
      test: 'what is said to SNS > is said on a fresh connection each time',
    },
    breaks: 'F20',
  },
  {
    name: 'a fault of SNS is taken for a refusal',
    file: sns,
    find: 'status >= 400 && status < 500 &&',
    replace: 'status >= 400 &&',
    caughtBy: {
      file: ofSns,
      test: 'a text handed to SNS > may have been sent when its call ends in server-error, and is not tried again',
    },
    breaks: 'F20',
  },
  {
    name: 'a fault of Twilio is taken for a refusal',
    file: twilio,
    find: 'if (status >= 400 && status < 500) return',
    replace: 'if (status >= 400) return',
    caughtBy: {
      file: twilioAnswers,
      test: 'a text that Twilio > answers by a 503 with a code of the table may have been sent: http-503',
    },
    breaks: 'F20',
  },
  {
    name: "Twilio's internal error is taken for a refusal",
    file: twilio,
    find: 'code === undefined || code === internalError ?',
    replace: 'code === undefined ?',
    caughtBy: {
      file: twilioAnswers,
      test: 'a text that Twilio > answers by code 20500, whatever the status may have been sent: http-400',
    },
    breaks: 'F20',
  },
  {
    name: 'an acceptance without a message id counts as one',
    file: twilio,
    find: 'const Created = z.object({ sid: MessageSid })',
    replace: "const Created = z.object({ sid: z.string().default('') })",
    caughtBy: {
      file: twilioAnswers,
      test: 'a text that Twilio > answers by a success with an id that is none may have been sent: no-message-id',
    },
    breaks: 'F22',
  },
  {
    name: 'a redirected call is made again where it is sent to',
    file: 'functions/carriers/post-once.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    caughtBy: {
      file: 'test/functions/carriers/post-once.test.ts',
      test: 'a post > is made once and on its own connection, also when a 301 comes back',
    },
    breaks: 'I1',
  },
  {
    name: 'a connection that was cut is taken for one that never came about',
    file: 'functions/carriers/never-left.ts',
    find: "'ECONNREFUSED',",
    replace: "'ECONNREFUSED', 'ECONNRESET',",
    caughtBy: { file: 'test/functions/carriers/never-left.test.ts', test: 'does not rely on it when the connection was reset' },
    breaks: 'F17',
  },
]
