import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import {
  type Chain,
  Choice,
  Condition,
  Errors,
  Fail,
  IntegrationPattern,
  JsonPath,
  TaskInput,
  type TaskStateBase,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import type { Construct } from 'constructs'
import { type Outcome, outcomes } from '../functions/notification/outcome.ts'
import { endStates } from './end-states.ts'
import { idempotentStep, notInvoked } from './retries.ts'

export interface Steps {
  readonly validate: IFunction
  readonly send: IFunction
  readonly fallBack: IFunction
  readonly close: IFunction
}

const notificationId = JsonPath.stringAt('$.notificationId')

/** Calls `send`, and waits until whoever has the task's token says how it ended, for as long as was decided. */
const handing = (scope: Construct, id: string, send: IFunction): TaskStateBase =>
  new LambdaInvoke(scope, id, {
    lambdaFunction: send,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      notificationId,
      next: JsonPath.objectAt('$.next'),
      taskToken: JsonPath.taskToken,
    }),
    taskTimeout: Timeout.at('$.next.waitSeconds'),
    retryOnServiceExceptions: false, // a blind retry here texts people twice
    resultPath: JsonPath.DISCARD,
  }).addRetry(notInvoked)

/**
 * Validate → What next? → Send and await receipt → Delivered, or Send → Accepted for a kind that awaits no receipt; whatever goes wrong with an attempt leads to Fall back, and whatever
 * else goes wrong to Close and Fault. The state carries ids and decisions only.
 */
export const deliverNotification = (scope: Construct, { validate, send, fallBack, close }: Steps): Chain => {
  const ask = (id: string, lambdaFunction: IFunction, resultPath: string, more: Readonly<Record<string, unknown>> = {}) =>
    new LambdaInvoke(scope, id, {
      lambdaFunction,
      payload: TaskInput.fromObject({ notificationId, ...more }),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath,
    }).addRetry(idempotentStep)

  const plan = ask('Validate', validate, '$.next')
  const fallBackStep = ask('Fall back', fallBack, '$.next', { attempt: JsonPath.numberAt('$.next.attempt') })
  const closing = ask('Close', close, JsonPath.DISCARD)
  const fault = new Fail(scope, 'Fault', { error: 'fault', cause: 'The logs of this execution say what broke.' })

  const sending = (id: string) =>
    handing(scope, id, send).addCatch(fallBackStep, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })

  const ends = endStates(scope)
  const holdUntilDue = new Wait(scope, 'Hold until due', { time: WaitTime.timestampPath('$.next.until') })
  const whatNext = new Choice(scope, 'What next?')
  const decides = (decision: string) => Condition.stringEquals('$.next.decision', decision)
  const sends = (awaitReceipt: boolean) =>
    Condition.and(decides('send'), Condition.booleanEquals('$.next.awaitReceipt', awaitReceipt))
  const stopsWith = (outcome: Outcome) => Condition.and(decides('stop'), Condition.stringEquals('$.next.outcome', outcome))

  for (const step of [plan, fallBackStep]) step.addCatch(closing, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })
  closing.addCatch(fault, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD }).next(fault)
  fallBackStep.next(whatNext)
  whatNext.when(sends(true), sending('Send and await receipt').next(ends.delivered))
  whatNext.when(sends(false), sending('Send').next(ends.accepted))
  whatNext.when(decides('hold'), holdUntilDue.next(plan))
  for (const outcome of outcomes) whatNext.when(stopsWith(outcome), ends[outcome])
  return plan.next(whatNext.otherwise(closing))
}
