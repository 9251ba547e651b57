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

/**
 * Validate → What next? → Send and await receipt → Delivered; whatever goes wrong with an attempt leads to Fall back, and whatever
 * else goes wrong to Close and Fault. The state carries ids and decisions only.
 */
export const deliverNotification = (scope: Construct, { validate, send, fallBack, close }: Steps): Chain => {
  const notificationId = JsonPath.stringAt('$.notificationId')
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

  const sendAndAwait = new LambdaInvoke(scope, 'Send and await receipt', {
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

  const ends = endStates(scope)
  const holdUntilDue = new Wait(scope, 'Hold until due', { time: WaitTime.timestampPath('$.next.until') })
  const whatNext = new Choice(scope, 'What next?')
  const decides = (decision: string) => Condition.stringEquals('$.next.decision', decision)
  const stopsWith = (outcome: Outcome) => Condition.and(decides('stop'), Condition.stringEquals('$.next.outcome', outcome))

  sendAndAwait.addCatch(fallBackStep, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })
  for (const step of [plan, fallBackStep]) step.addCatch(closing, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })
  closing.addCatch(fault, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD }).next(fault)
  fallBackStep.next(whatNext)
  whatNext.when(decides('send'), sendAndAwait.next(ends.delivered))
  whatNext.when(decides('hold'), holdUntilDue.next(plan))
  for (const outcome of outcomes) whatNext.when(stopsWith(outcome), ends[outcome])
  return plan.next(whatNext.otherwise(closing))
}
