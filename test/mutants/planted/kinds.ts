import type { Mutant } from '../mutant.ts'

const answered = 'functions/send/answered.ts'
const ofAnswered = 'test/functions/send/answered.test.ts'
const rules = 'infra/kind-rules.ts'
const ofRules = 'test/infra/kind-rules.test.ts'
const ofMarketing = 'test/workflows/marketing.test.ts'

/** Each kind does what its table says, and a deployment's own table is held to. */
export const kinds: readonly Mutant[] = [
  {
    name: 'the acceptance of an order ends it',
    file: answered,
    find: "awaitReceipt || answer.type !== 'accepted'",
    replace: "answer.type !== 'accepted'",
    caughtBy: {
      file: ofAnswered,
      test: 'where a receipt is awaited, {"type":"accepted","messageId":"message-1"} is no outcome',
    },
    breaks: 'I3',
  },
  {
    name: 'marketing of which a receipt said that it failed ends as accepted',
    file: answered,
    find: ' || failed) return',
    replace: ') return',
    caughtBy: {
      file: ofMarketing,
      test: 'Twilio’s failure before its reply falls back, and its reply does not end it while SNS is asked',
    },
    breaks: 'I4',
  },
  {
    name: 'the acceptance of marketing is kept, and its outcome is written later',
    file: answered,
    find: "return end(kept, { outcome: 'accepted', reason: 'accepted' }, now)",
    replace: 'return kept',
    caughtBy: { file: ofMarketing, test: 'is told by the record where send died before it could tell its task' },
    breaks: 'I3',
  },
  {
    name: 'the unknown answer of marketing is waited on for a receipt that nobody awaits',
    file: 'functions/notification/kind-policy.ts',
    find: '!awaitsReceipt || (urgent && resendsOnSilence)',
    replace: 'urgent && resendsOnSilence',
    caughtBy: { file: ofMarketing, test: 'an unknown answer ends it, and nobody sends again' },
    breaks: 'F20',
  },
  {
    name: 'a wait for an order is taken over as one that awaits no receipt',
    file: 'functions/notification/decided.ts',
    find: "next?.decision !== 'send' || next.awaitReceipt",
    replace: "next?.decision === 'send' && !next.awaitReceipt",
    caughtBy: {
      file: 'test/functions/notification/decided.test.ts',
      test: 'the decision to wait on awaits a receipt as the attempt was armed to: true',
    },
    breaks: 'I3',
  },
  {
    name: 'SNS takes marketing for transactional',
    file: 'functions/carriers/sns.ts',
    find: "isTransactional ? 'Transactional' : 'Promotional'",
    replace: "'Transactional'",
    caughtBy: {
      file: 'test/functions/carriers/sns.test.ts',
      test: 'a text handed to SNS > goes the way of its kind: transactional is false, so Promotional',
    },
    breaks: 'I9',
  },
  {
    name: 'a kind goes to every country of its deployment',
    file: 'functions/validate/make-plan.ts',
    find: 'judgeNumber(to, numbers, policy.countries)',
    replace: 'judgeNumber(to, numbers)',
    caughtBy: {
      file: 'test/functions/validate/make-plan.test.ts',
      test: 'a request that does not fit > is rejected where its kind goes to fewer countries than the deployment',
    },
    breaks: 'I9',
  },
  {
    name: 'a kind goes after a hold to a country that it does not go to any more',
    file: 'functions/validate/make-plan.ts',
    find: 'judgeNumber(to, numbers, routing.kinds[planned(notification).kind].countries)',
    replace: 'judgeNumber(to, numbers)',
    caughtBy: {
      file: 'test/functions/validate/make-plan.test.ts',
      test: 'a number that was planned, judged again > is refused where its kind goes to its country no more',
    },
    breaks: 'I9',
  },
  {
    name: 'a premium number is texted',
    file: 'functions/validate/judge-number.ts',
    find: "type === 'MOBILE' || type",
    replace: "type === 'MOBILE' || type === 'PREMIUM_RATE' || type",
    caughtBy: {
      file: 'test/functions/validate/judge-number.test.ts',
      test: 'does not text to a number that is premium',
    },
    breaks: 'I9',
  },
  {
    name: 'marketing without consent is deployed',
    file: rules,
    find: "kind === 'marketing' && !needsConsent",
    replace: 'false',
    caughtBy: {
      file: ofRules,
      test: 'a kind that contradicts itself or what it is for is not deployed > one that nobody asked for: marketing',
    },
    breaks: 'I7',
  },
  {
    name: 'a kind is deployed that texts whoever refused every text',
    file: rules,
    find: "!suppressedBy.includes('all')",
    replace: 'false',
    caughtBy: {
      file: ofRules,
      test: 'a kind that contradicts itself or what it is for is not deployed > one that goes to those who refused every text: verification',
    },
    breaks: 'I7',
  },
]
