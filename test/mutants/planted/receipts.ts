import type { Mutant } from '../mutant.ts'

const merge = 'functions/notification/merge.ts'
const ofMerge = 'test/functions/notification/merge.test.ts'
const taking = 'functions/receipt/take-receipt.ts'
const ofTaking = 'test/functions/receipt/take-receipt.test.ts'
const logHandler = 'functions/receipt/delivery-log-handler.ts'
const ofLogHandler = 'test/functions/receipt/delivery-log-handler.test.ts'

/** Receipts come to the same in any order and number, and none is lost. */
export const receipts: readonly Mutant[] = [
  {
    name: 'the status of an attempt is overwritten by its last receipt',
    file: merge,
    find: 'const status = higher(attemptStatuses, attempt.status, receipt.status)',
    replace: 'const status = receipt.status',
    caughtBy: { file: ofMerge, test: 'comes to the same whatever the order, repetition or contradiction of receipts' },
    breaks: 'I4',
  },
  {
    name: 'a delivery is lost: it does not end its notification',
    file: merge,
    find: 'return isDelivered(after) ?',
    replace: 'return false ?',
    caughtBy: {
      file: ofMerge,
      test: 'never loses a delivery: it ends the notification as delivered, also over every other outcome',
    },
    breaks: 'I4',
  },
  {
    name: 'a late delivery does not raise the outcome',
    file: 'functions/notification/end.ts',
    find: '(notification.outcome !== undefined && !delivered)',
    replace: 'notification.outcome !== undefined',
    caughtBy: {
      file: ofMerge,
      test: 'never loses a delivery: it ends the notification as delivered, also over every other outcome',
    },
    breaks: 'I4',
  },
  {
    name: 'of two reasons the last one stays',
    file: merge,
    find: 'failure: strongerFailure(attempt.failure, receipt.failure),',
    replace: 'failure: receipt.failure ?? attempt.failure,',
    caughtBy: { file: ofMerge, test: 'comes to the same whatever the order, repetition or contradiction of receipts' },
    breaks: 'I4',
  },
  {
    name: 'of two counts of parts the last one stays',
    file: merge,
    find: 'parts: greatest(attempt.parts, receipt.parts),',
    replace: 'parts: receipt.parts ?? attempt.parts,',
    caughtBy: { file: ofMerge, test: 'comes to the same whatever the order, repetition or contradiction of receipts' },
    breaks: 'I5',
  },
  {
    name: "a network's word counts as a delivery everywhere",
    file: 'functions/receipt/with-evidence.ts',
    find: 'country !== undefined && networkOnly.includes(country)',
    replace: 'country !== undefined',
    caughtBy: { file: 'test/functions/receipt/with-evidence.test.ts', test: 'leaves a text on its way elsewhere as it is' },
    breaks: 'F34',
  },
  {
    name: 'a receipt is merged and not kept as a fact',
    file: taking,
    find: 'await storeReceipt(attempt, receipt, now())',
    replace: '',
    caughtBy: { file: ofTaking, test: 'keeps a receipt as a fact before it is merged, and resumes the workflow by it' },
    breaks: 'I5',
  },
  {
    name: 'a receipt resumes nobody',
    file: taking,
    find: '    await settle(notification)',
    replace: '',
    caughtBy: { file: ofTaking, test: 'keeps a receipt as a fact before it is merged, and resumes the workflow by it' },
    breaks: 'I3',
  },
  {
    name: 'a receipt that says nothing new does not settle again',
    file: taking,
    find: 'await settle(notification)',
    replace:
      'if (notification.attempts[attempt.attempt - 1]?.closed === false && notification.outcome === undefined) await settle(notification)',
    caughtBy: { file: ofTaking, test: 'settles once more by a repeated receipt, since the first time may have died half-way' },
    breaks: 'F35',
  },
  {
    name: 'an entry of the delivery log that could not be taken is lost',
    file: logHandler,
    find: 'if (failed > 0) throw',
    replace: 'if (false) throw',
    caughtBy: {
      file: ofLogHandler,
      test: 'a delivery of the log > is refused, so that it comes again, when an entry is none of a delivery log; the others get their turn',
    },
    breaks: 'F35',
  },
  {
    name: 'a receipt of SNS is not parked where its attempt is not known yet',
    file: logHandler,
    find: 'const attempt = await parkReceipt(receipt, taking.now())',
    replace: 'const attempt = undefined',
    caughtBy: { file: ofLogHandler, test: 'a receipt > that comes before its attempt is known waits at the rendezvous' },
    breaks: 'F27',
  },
  {
    name: "the words of SNS keep a person's number in the records",
    file: 'functions/carriers/sns-delivery-log.ts',
    find: 'const unclassified = withoutDigits(response)',
    replace: 'const unclassified = response',
    caughtBy: {
      file: 'test/functions/carriers/sns-delivery-log.test.ts',
      test: 'words that no table has > stay in the record without the number that they hold',
    },
    breaks: 'I6',
  },
]
