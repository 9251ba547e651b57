import type { Mutant } from '../mutant.ts'

const handler = 'functions/request/handler.ts'
const ofHandler = 'test/functions/request/handler.test.ts'
const start = 'functions/request/start-workflow.ts'
const ofStart = 'test/functions/request/start-workflow.test.ts'
const reading = 'functions/request/read-request.ts'
const envelope = 'functions/request/read-envelope.ts'
const ofReading = 'test/functions/request/read-request.test.ts'
const ofFingerprint = 'test/functions/request/fingerprint.test.ts'

/** The first event for an id wins, and repeats do nothing. */
export const requests: readonly Mutant[] = [
  {
    name: 'a conflict is taken for a repeat',
    file: handler,
    find: "if (first !== 'opened' && !isSameRequest(first, readable, hashers))",
    replace: 'if (false)',
    caughtBy: {
      file: ofHandler,
      test: 'an event for the same id with other content > is rejected as a conflict, and the first stays untouched',
    },
    breaks: 'F2',
  },
  {
    name: 'after the key of the hashes was turned, a conflict is taken for a repeat',
    file: handler,
    find: 'hashers.find(({ keyId }) => keyId === first.hashKeyId)',
    replace: 'hashers.slice(0, 1).find(({ keyId }) => keyId === first.hashKeyId)',
    caughtBy: {
      file: ofHandler,
      test: 'an event for the same id after the key of the hashes was turned > is recognised as a conflict as long as that key is kept',
    },
    breaks: 'F2',
  },
  {
    name: 'what no function can store is tried all the same',
    file: 'functions/request/is-storable.ts',
    find: 'if (levels === 0) return false',
    replace: '',
    caughtBy: {
      file: 'test/functions/request/is-storable.test.ts',
      test: 'a value of a request > cannot be stored: nine levels of objects',
    },
    breaks: 'F4',
  },
  {
    name: 'the fingerprint does not tell other parameters',
    file: 'functions/request/fingerprint.ts',
    find: 'JSON.stringify(canonical(request))',
    replace: 'JSON.stringify(canonical({ ...request, params: {} }))',
    caughtBy: { file: ofFingerprint, test: 'is another for another request: a parameter' },
    breaks: 'F2',
  },
  {
    name: 'the same request in another order of fields is a conflict',
    file: 'functions/notification/canonical.ts',
    find: 'Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))',
    replace: 'Object.entries(value)',
    caughtBy: { file: ofFingerprint, test: 'is the same whatever the order of the fields' },
    breaks: 'F1',
  },
  {
    name: 'a replay of an old event begins anew',
    file: handler,
    find: 'return isStale ? findNotification(notificationId) :',
    replace: 'return',
    caughtBy: { file: ofHandler, test: 'a stale event > opens nothing where its notification is not known, and is rejected' },
    breaks: 'F3',
  },
  {
    name: 'a queue that stood still makes a code valid for longer',
    file: envelope,
    find: 'at: new Date(now.getTime() - Math.max(age, 0))',
    replace: 'at: now',
    caughtBy: { file: ofReading, test: 'a request > is read, and dated by its event' },
    breaks: 'F38',
  },
  {
    name: 'a sender whose clock is ahead makes a code valid for longer',
    file: envelope,
    find: 'Math.max(age, 0)',
    replace: 'age',
    caughtBy: { file: ofReading, test: 'a request > is dated now at the latest, whatever the clock of its sender says' },
    breaks: 'F40',
  },
  {
    name: 'an execution has another name each time it is started',
    file: start,
    find: 'stateMachineArn, name, input',
    replace: 'stateMachineArn, name: name + Math.random(), input',
    caughtBy: {
      file: ofStart,
      test: 'starts the execution that is named by the notification and told its id only, the same bytes each time',
    },
    breaks: 'F6',
  },
  {
    name: 'an execution that is there already is an error',
    file: start,
    find: 'if (!(error instanceof ExecutionAlreadyExists)) throw error',
    replace: 'throw error',
    caughtBy: { file: ofStart, test: 'takes an execution that is there already for success' },
    breaks: 'F6',
  },
  {
    name: 'a start that was lost is not made again by the repeat of its event',
    file: handler,
    find: "if (first === 'opened' || first.next === undefined)",
    replace: "if (first === 'opened')",
    caughtBy: {
      file: ofHandler,
      test: 'the same event again > starts the workflow once more while nobody knows whether it runs',
    },
    breaks: 'F6',
  },
  {
    name: 'an event that nobody can read is dropped',
    file: 'functions/request/refuse.ts',
    find: "if (refusal.code === 'malformed') await keepDeadLetter(body)",
    replace: '',
    caughtBy: {
      file: ofHandler,
      test: 'an event that is refused > is kept in the dead-letter queue as it came when nobody can read it',
    },
    breaks: 'F4',
  },
  {
    name: 'an id that holds the number becomes the name of an execution',
    file: reading,
    find: "if (revealsNumber(notificationId, to)) return rejection('id-reveals-recipient')",
    replace: '',
    caughtBy: { file: ofReading, test: 'a request > must not show the number in its id, which is not repeated: otp-14155550123' },
    breaks: 'I6',
  },
  {
    name: 'a refusal quotes the names of unknown fields',
    file: 'functions/notification/field-of.ts',
    find: "typeof step === 'number' || isQuotable(String(step)) ?",
    replace: 'true ?',
    caughtBy: { file: ofReading, test: 'of a malformed event > quotes nothing of it, whatever is wrong' },
    breaks: 'I6',
  },
]
