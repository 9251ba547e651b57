import { Duration } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import {
  type Chain,
  Choice,
  Condition,
  Errors,
  Fail,
  IntegrationPattern,
  JsonPath,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import type { Construct } from 'constructs'
import { idempotentStep } from './retries.ts'

export interface ReviewSteps {
  readonly checkTemplate: IFunction
  readonly requestReview: IFunction
  readonly closeReview: IFunction
}

/** How long a version waits for somebody to decide. */
export const daysToDecide = 14

/**
 * Check → Do the checks pass? → Await decision → What was decided? → Approved, Rejected or Expired; each of them succeeds, for it is what a
 * review is for. Whatever else goes wrong leads to Close review and Fault. The state carries names, numbers and verdicts only.
 */
export const reviewTemplate = (scope: Construct, { checkTemplate, requestReview, closeReview }: ReviewSteps): Chain => {
  const version = { name: JsonPath.stringAt('$.name'), version: JsonPath.numberAt('$.version') }
  const ask = (id: string, lambdaFunction: IFunction, resultPath: string, more: Readonly<Record<string, unknown>> = {}) =>
    new LambdaInvoke(scope, id, {
      lambdaFunction,
      payload: TaskInput.fromObject({ ...version, ...more }),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath,
    }).addRetry(idempotentStep)

  const check = ask('Check', checkTemplate, '$.check')
  const awaitDecision = new LambdaInvoke(scope, 'Await decision', {
    lambdaFunction: requestReview,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ ...version, taskToken: JsonPath.taskToken }),
    taskTimeout: Timeout.duration(Duration.days(daysToDecide)),
    retryOnServiceExceptions: false,
    resultPath: '$.review',
  })
  const expire = ask('Expire review', closeReview, '$.review', { reason: 'expired' })
  const closing = ask('Close review', closeReview, JsonPath.DISCARD, { reason: 'fault' })
  const fault = new Fail(scope, 'Fault', { error: 'fault', cause: 'The logs of this execution say what broke.' })

  const rejected = new Succeed(scope, 'Rejected')
  const decided = (verdict: string) => Condition.stringEquals('$.review.decided', verdict)
  const whatWasDecided = new Choice(scope, 'What was decided?')
    .when(decided('approved'), new Succeed(scope, 'Approved'))
    .when(decided('rejected'), rejected)
    .when(decided('expired'), new Succeed(scope, 'Expired'))
    .otherwise(closing)
  const doTheChecksPass = new Choice(scope, 'Do the checks pass?')
    .when(Condition.booleanEquals('$.check.passes', true), awaitDecision)
    .otherwise(rejected)

  awaitDecision.addRetry({ errors: [Errors.TIMEOUT], maxAttempts: 0 }) // the wait is over: expire it
  awaitDecision.addRetry(idempotentStep)
  awaitDecision.addCatch(expire, { errors: [Errors.TIMEOUT], resultPath: JsonPath.DISCARD })
  for (const step of [check, awaitDecision, expire])
    step.addCatch(closing, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })
  closing.addCatch(fault, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD }).next(fault)
  awaitDecision.next(whatWasDecided)
  expire.next(whatWasDecided)
  return check.next(doTheChecksPass)
}
