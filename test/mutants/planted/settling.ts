import type { Mutant } from '../mutant.ts'

const settle = 'functions/settle/settle.ts'
const ofSettle = 'test/functions/settle/settle.test.ts'
const settlement = 'functions/settle/settlement.ts'
const ofSettlement = 'test/functions/settle/settlement.test.ts'

/** Whoever writes last resumes the task that waits, by the token in the record. */
export const settling: readonly Mutant[] = [
  {
    name: "a send settles by its own task's token, not by the one in the record",
    file: 'functions/send/handler.ts',
    find: '  await settle(notification)',
    replace: "  if (answer.type === 'notSent') await dependencies.settleTask('own', { error: 'Refused', cause: '' })",
    caughtBy: {
      file: 'test/functions/send/handler.test.ts',
      test: 'an attempt that this invocation armed > fails its task at once when the text was not sent',
    },
    breaks: 'I3',
  },
  {
    name: 'a token that is gone is an error',
    file: settle,
    find: 'if (!(error instanceof SFNServiceException && late.has(error.name))) throw error',
    replace: 'throw error',
    caughtBy: { file: ofSettle, test: 'settling > too late is no error: TaskTimedOut' },
    breaks: 'F28',
  },
  {
    name: 'a task that could not be settled for lack of a service counts as settled',
    file: settle,
    find: 'if (!(error instanceof SFNServiceException && late.has(error.name))) throw error',
    replace: 'void error',
    caughtBy: {
      file: ofSettle,
      test: 'settling > hands on every other error, so that the receipt comes again: AccessDeniedException',
    },
    breaks: 'I3',
  },
  {
    name: 'the delivery of an earlier attempt does not end the wait',
    file: settlement,
    find: 'if (attempts.some(isDelivered)) return { delivered: true }',
    replace: 'if (waiting && attempts[waiting.attempt - 1]?.status === "delivered") return { delivered: true }',
    caughtBy: {
      file: ofSettlement,
      test: 'a task that waits > ends well when an earlier attempt is delivered while this one is on its way',
    },
    breaks: 'I2',
  },
  {
    name: 'the failure of an earlier attempt ends the wait for the later one',
    file: settlement,
    find: 'const attempt = waiting && attempts[waiting.attempt - 1]',
    replace: 'const attempt = attempts[0]',
    caughtBy: { file: ofSettlement, test: 'a task that waits > waits on when an earlier attempt has failed' },
    breaks: 'I2',
  },
  {
    name: 'a payment whose answer is unknown does not wait for its receipt',
    file: settlement,
    find: 'if (isUnresolved(attempt) && kind !== undefined && goesOnAtOnce(kinds[kind]))',
    replace: 'if (isUnresolved(attempt))',
    caughtBy: {
      file: ofSettlement,
      test: 'a task that waits > whose answer is unknown fails at once only where somebody waits for the text, or nobody for a receipt: payment',
    },
    breaks: 'F20',
  },
  {
    name: 'an acceptance that is the outcome fails its task',
    file: settlement,
    find: "if (outcome === 'accepted') return { accepted: true }",
    replace: '',
    caughtBy: { file: ofSettlement, test: 'a task that waits > ends well when an acceptance is the outcome' },
    breaks: 'I3',
  },
  {
    name: 'an outcome that was written meanwhile leaves its task waiting',
    file: settlement,
    find: "if (outcome !== undefined) return { error: 'NotArmed', cause: outcome }",
    replace: '',
    caughtBy: { file: ofSettlement, test: 'a task that waits > fails when there is an outcome already' },
    breaks: 'I3',
  },
]
