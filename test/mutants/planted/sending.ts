import type { Mutant } from '../mutant.ts'

const handler = 'functions/send/handler.ts'
const ofHandler = 'test/functions/send/handler.test.ts'

/** What `send` does before the call, by it and after it. */
export const sending: readonly Mutant[] = [
  {
    name: 'a call begins that may outlast its function',
    file: 'functions/send/call-carrier.ts',
    find: 'if (now.getTime() - startedAt.getTime() > mostMsBeforeCall)',
    replace: 'if (false)',
    caughtBy: {
      file: 'test/functions/send/call-carrier.test.ts',
      test: 'calls nobody once too much time has passed since the function began: the call might not end within it',
    },
    breaks: 'F17',
  },
  {
    name: 'a carrier may keep a text for longer than it is of use',
    file: 'functions/send/call-carrier.ts',
    find: 'const validForSeconds = secondsLeft(plan.validUntil, now)',
    replace: 'const validForSeconds = 36_000',
    caughtBy: {
      file: 'test/functions/send/call-carrier.test.ts',
      test: 'tells the carrier for how many whole seconds the text is still of use',
    },
    breaks: 'F38',
  },
  {
    name: 'the token is stored after the call',
    file: handler,
    find: 'const answer = await callCarrier(dependencies, armed, { attempt, carrier }, person, startedAt, now())',
    replace:
      'await changeNotification(notificationId, (n) => ({ notification: { ...n, waiting: undefined }, answer: 0 })); const answer = await callCarrier(dependencies, armed, { attempt, carrier }, person, startedAt, now()); await changeNotification(notificationId, (n) => ({ notification: { ...n, waiting: armed.waiting }, answer: 0 }))',
    caughtBy: {
      file: ofHandler,
      test: 'an attempt that this invocation armed > hands number, text and sender to the carrier, once, and keeps the answer before it goes to the rendezvous',
    },
    breaks: 'F27',
  },
  {
    name: 'a refusal is kept and the task not told',
    file: handler,
    find: '  await settle(notification)',
    replace: '',
    caughtBy: {
      file: ofHandler,
      test: 'an attempt that this invocation armed > fails its task at once when the text was not sent',
    },
    breaks: 'F19',
  },
  {
    name: 'a receipt that was early is dropped: nobody goes to its rendezvous',
    file: handler,
    find: "if (answer.type === 'accepted') await meetReceipts",
    replace: "if (answer.type === 'unknown') await meetReceipts",
    caughtBy: {
      file: 'test/workflows/races.test.ts',
      test: 'SNS’s delivery before its reply is parked, and met when the reply comes',
    },
    breaks: 'F27',
  },
  {
    name: 'the person is read after the arming, so that a fault there leaves an attempt open',
    file: handler,
    find: 'const person = await readPerson(notificationId) // first: a fault here leaves nothing that may have been sent',
    replace:
      'await changeNotification(notificationId, (current) => arm(current, order, now())); const person = await readPerson(notificationId)',
    caughtBy: {
      file: ofHandler,
      test: 'an attempt that this invocation armed > leaves nothing that may have been sent when the person cannot be read',
    },
    breaks: 'I2',
  },
  {
    name: 'the answer of a call lowers what a receipt said before it',
    file: 'functions/notification/with-answer.ts',
    find: "answer.type === 'accepted' && attempt.status === attemptStatuses[0]",
    replace: "answer.type === 'accepted'",
    caughtBy: {
      file: 'test/functions/notification/merge.test.ts',
      test: 'comes to the same whether the carrier answers before, between or after its receipts',
    },
    breaks: 'I4',
  },
  {
    name: 'an answer is kept once more after its reply was lost',
    file: 'functions/send/answered.ts',
    find: 'if (notification.attempts[number - 1]?.answer !== undefined) return notification',
    replace: '',
    caughtBy: {
      file: 'test/functions/send/answered.test.ts',
      test: 'an answer that is there stays as it was, also one that was judged since: the reply to keeping it was lost',
    },
    breaks: 'I4',
  },
]
