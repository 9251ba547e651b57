import type { Mutant } from '../mutant.ts'

const rendezvous = 'functions/record/rendezvous.ts'
const ofRendezvous = 'test/records/rendezvous.test.ts'

/** A receipt and its attempt find each other, whoever comes first. */
export const meeting: readonly Mutant[] = [
  {
    name: 'the same receipt is kept as a fact each time it comes',
    file: rendezvous,
    find: 'JSON.stringify(said.sort())',
    replace: 'JSON.stringify([...said, Math.random()])',
    caughtBy: {
      file: 'test/records/store-receipt.test.ts',
      test: 'a receipt > is kept once, as it came first, however often and at once it comes',
    },
    breaks: 'F30',
  },
  {
    name: 'a receipt is another statement where its fields come in another order',
    file: rendezvous,
    find: 'JSON.stringify(said.sort())',
    replace: 'JSON.stringify(said)',
    caughtBy: {
      file: 'test/records/hash-of.test.ts',
      test: 'a statement is the same in whatever order the records give its fields',
    },
    breaks: 'F30',
  },
  {
    name: 'who comes to a rendezvous does not see who was there first',
    file: rendezvous,
    find: "ReturnValues: 'ALL_NEW',",
    replace: "ReturnValues: 'UPDATED_NEW',",
    caughtBy: {
      file: ofRendezvous,
      test: 'a receipt and its attempt meet > when both come at once, fifty times: no receipt is lost between them',
    },
    breaks: 'F27',
  },
  {
    name: 'nobody goes to the rendezvous of what its recipient confirmed',
    file: 'functions/publish/appointments-due.ts',
    find: "isDelivered(attempt) && attempt.evidence !== 'recipient'",
    replace: 'isDelivered(attempt)',
    caughtBy: {
      file: 'test/functions/publish/appointments-due.test.ts',
      test: 'is due for one that its recipient confirmed: a receipt of it may still come',
    },
    breaks: 'I4',
  },
  {
    name: 'nobody goes to the rendezvous of an attempt that was accepted after the end',
    file: 'functions/publish/appointments-due.ts',
    find: 'if (after.outcome === undefined) return false',
    replace: 'if (after.outcome === undefined || before?.outcome !== undefined) return false',
    caughtBy: {
      file: 'test/functions/publish/appointments-due.test.ts',
      test: 'is due when the answer comes after the outcome',
    },
    breaks: 'I4',
  },
  {
    name: 'nobody goes to the rendezvous once the workflow is over',
    file: 'functions/publish/handler.ts',
    find: 'if (appointmentsDue(before, after)) await',
    replace: 'if (appointmentsDue(before, after) && after.attempts.length === 0) await',
    caughtBy: {
      file: 'test/functions/publish/handler.test.ts',
      test: 'a notification that ended before its attempt went to the rendezvous > gets the receipt that was parked there',
    },
    breaks: 'I4',
  },
  {
    name: 'the receipts that were parked are not handed to their attempt',
    file: rendezvous,
    find: 'return parked.map(([, receipt]) => Receipt.parse(receipt))',
    replace: 'return parked.length > 99 ? [] : []',
    caughtBy: { file: ofRendezvous, test: 'a receipt and its attempt meet > when the receipt was first: the attempt finds it' },
    breaks: 'F27',
  },
  {
    name: 'two attempts share a message id',
    file: rendezvous,
    find: "...(field === 'attempt' && {",
    replace: '...(false && {',
    caughtBy: {
      file: ofRendezvous,
      test: 'the rendezvous > stays with the attempt that kept it; another that brings the same message id is told that it is taken',
    },
    breaks: 'F22',
  },
  {
    name: 'a rendezvous is forgotten before the last receipts can come',
    file: rendezvous,
    find: 'const rendezvousDays = 7',
    replace: 'const rendezvousDays = 1',
    caughtBy: { file: 'test/records/time-to-live.test.ts', test: 'time erases > a rendezvous seven days after who came first' },
    breaks: 'F33',
  },
]
