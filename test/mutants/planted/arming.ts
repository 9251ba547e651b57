import type { Mutant } from '../mutant.ts'

const file = 'functions/send/arm.ts'
const rules = 'test/functions/send/arm.test.ts'

/** An attempt is armed once, and only where nothing speaks against it. */
export const arming: readonly Mutant[] = [
  {
    name: 'an attempt is armed without the condition on earlier attempts',
    file,
    find: "if (last && !last.closed && last.answer?.type !== 'notSent')",
    replace: 'if (false)',
    caughtBy: { file: rules, test: 'arming is a fault > when the last attempt is open' },
    breaks: 'I2',
  },
  {
    name: 'an attempt is armed under any number',
    file,
    find: 'if (notification.attempts.length + 1 !== order.next.attempt)',
    replace: 'if (false)',
    caughtBy: { file: rules, test: 'arming is a fault > when attempts are left out' },
    breaks: 'I1',
  },
  {
    name: "the task's token is taken for the mark of an invocation",
    file,
    find: 'notification.attempts[attempt - 1]?.mark === order.mark',
    replace: 'notification.waiting?.token === order.taskToken',
    caughtBy: {
      file: rules,
      test: 'whoever asks, in whatever order and however often > only one of them is told to call the carrier for an attempt',
    },
    breaks: 'I1',
  },
  {
    name: 'an invocation whose arming was written does not know its own mark',
    file,
    find: 'notification.attempts[attempt - 1]?.mark === order.mark',
    replace: 'false',
    caughtBy: { file: rules, test: 'arming that finds > our own mark (the reply was lost): we w…' },
    breaks: 'F9',
  },
  {
    name: 'a redrive sends again',
    file,
    find: "return { notification: waitBy(notification, order), answer: 'waiting' }",
    replace: "return { notification: waitBy(notification, order), answer: 'armed' }",
    caughtBy: {
      file: 'test/workflows/stopped-by-hand.test.ts',
      test: 'an operator stops the execution and redrives it from Send > while attempt 1 has an unknown answer: nothing is sent, and { sns: [ [Object] ] } leads to Send, Fall back',
    },
    breaks: 'I1',
  },
  {
    name: 'a redrive does not take over the wait',
    file,
    find: "return { notification: waitBy(notification, order), answer: 'waiting' }",
    replace: "return { notification, answer: 'waiting' }",
    caughtBy: { file: rules, test: 'arming that finds > the attempt under another token (a redr…' },
    breaks: 'I3',
  },
  {
    name: 'a task that was overtaken takes the wait from the later attempt',
    file,
    find: "if (notification.attempts.length > attempt) return { notification, answer: 'overtaken' }",
    replace: '',
    caughtBy: { file: rules, test: 'arming that finds > a later attempt: nothing is left to wai…' },
    breaks: 'I3',
  },
  {
    name: 'an attempt is armed although there is an outcome',
    file,
    find: 'if (notification.outcome !== undefined || notification.attempts.some(isDelivered))',
    replace: 'if (notification.attempts.some(isDelivered))',
    caughtBy: { file: rules, test: 'arming that finds > the outcome expired' },
    breaks: 'I2',
  },
  {
    name: 'an attempt is armed although an earlier one was delivered',
    file,
    find: 'if (notification.outcome !== undefined || notification.attempts.some(isDelivered))',
    replace: 'if (notification.outcome !== undefined)',
    caughtBy: { file: rules, test: 'arming that finds > an earlier attempt delivered' },
    breaks: 'I2',
  },
  {
    name: 'an expired code is sent',
    file,
    find: 'if (now >= new Date(notification.plan.validUntil)) {',
    replace: 'if (false) {',
    caughtBy: { file: 'test/workflows/delivery.test.ts', test: 'does not send what expires between Validate and Send' },
    breaks: 'F38',
  },
  {
    name: 'an attempt is armed without the token of its task',
    file,
    find: 'const armed = { ...waitBy(notification, order), attempts,',
    replace: 'const armed = { ...notification, attempts,',
    caughtBy: {
      file: rules,
      test: 'arming the first attempt > is done once: mark, carrier, deadline and the token that is waited on',
    },
    breaks: 'I3',
  },
]
