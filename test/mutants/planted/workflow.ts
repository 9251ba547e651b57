import type { Mutant } from '../mutant.ts'

const definition = 'workflows/deliver-notification.ts'
const ofDefinition = 'test/workflows/deliver-notification.test.ts'
const ofMachine = 'test/infra/delivery-workflow.test.ts'

/** The workflow catches and waits, and repeats nothing blindly. */
export const workflow: readonly Mutant[] = [
  {
    name: 'the Send state is retried whatever its error is',
    file: definition,
    find: '}).addRetry(notInvoked)',
    replace: '}).addRetry(idempotentStep)',
    caughtBy: {
      file: ofMachine,
      test: 'the workflow of production > repeats Send and await receipt for one error only, which says that it was never started: a blind retry texts people twice',
    },
    breaks: 'F23',
  },
  {
    name: "the Send state has the CDK's own retry",
    file: definition,
    find: 'retryOnServiceExceptions: false, // a blind retry here texts people twice',
    replace: 'retryOnServiceExceptions: true,',
    caughtBy: {
      file: ofMachine,
      test: 'the workflow of production > repeats Send and await receipt for one error only, which says that it was never started: a blind retry texts people twice',
    },
    breaks: 'F23',
  },
  {
    name: 'an error of the Send state is not caught',
    file: definition,
    find: 'handing(scope, id, send).addCatch(fallBackStep, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })',
    replace: 'handing(scope, id, send)',
    caughtBy: { file: ofDefinition, test: 'falls back when Send and await receipt cannot be invoked for a minute' },
    breaks: 'I3',
  },
  {
    name: 'a kind that awaits no receipt waits for one',
    file: definition,
    find: "whatNext.when(sends(false), sending('Send').next(ends.accepted))",
    replace: "whatNext.when(sends(false), sending('Send').next(fallBackStep))",
    caughtBy: { file: ofDefinition, test: 'ends as accepted what no receipt is awaited of, in as many states' },
    breaks: 'I3',
  },
  {
    name: 'a Send state waits for ever',
    file: definition,
    find: "taskTimeout: Timeout.at('$.next.waitSeconds'),",
    replace: '',
    caughtBy: { file: ofDefinition, test: 'waits for a receipt exactly the 90 seconds that were decided, then falls back' },
    breaks: 'F33',
  },
  {
    name: 'an error of Validate or Fall back does not lead to Close',
    file: definition,
    find: 'for (const step of [plan, fallBackStep]) step.addCatch(closing, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })',
    replace: 'fallBackStep.addCatch(closing, { errors: ["none"], resultPath: JsonPath.DISCARD })',
    caughtBy: { file: ofDefinition, test: 'ends in Close and Fault when Fall back fails for minutes' },
    breaks: 'I3',
  },
  {
    name: 'a hold does not lead to Validate',
    file: definition,
    find: 'holdUntilDue.next(plan)',
    replace: 'holdUntilDue.next(closing)',
    caughtBy: { file: ofDefinition, test: 'holds until the instant that was decided, and then asks Validate again' },
    breaks: 'I7',
  },
  {
    name: 'all retries come at the same time',
    file: 'workflows/retries.ts',
    find: 'jitterStrategy: JitterType.FULL,',
    replace: 'jitterStrategy: JitterType.NONE,',
    caughtBy: { file: ofMachine, test: 'the workflow of production > spreads all its retries over time' },
    breaks: 'I9',
  },
  {
    name: 'the log of executions holds their data',
    file: 'infra/constructs/logged-state-machine.ts',
    find: 'includeExecutionData: false',
    replace: 'includeExecutionData: true',
    caughtBy: { file: ofMachine, test: 'the workflow of production > logs every step and no data, encrypted, for a stated time' },
    breaks: 'I6',
  },
]
