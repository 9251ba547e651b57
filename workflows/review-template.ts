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
  type TaskStateBase,
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

const version = { name: JsonPath.stringAt('$.name'), version: JsonPath.numberAt('$.version') }

/** Calls a function with the version. */
const step = (
  scope: Construct,
  id: string,
  lambdaFunction: IFunction,
  resultPath: string,
  more: Readonly<Record<string, unknown>> = {},
): TaskStateBase =>
  new LambdaInvoke(scope, id, {
    lambdaFunction,
    payload: TaskInput.fromObject({ ...version, ...more }),
    payloadResponseOnly: true,
    retryOnServiceExceptions: false,
    resultPath,
  }).addRetry(idempotentStep)

/** Asks for a decision, and waits for whoever has the task's token. */
const decisionOf = (scope: Construct, lambdaFunction: IFunction): TaskStateBase =>
  new LambdaInvoke(scope, 'Await decision', {
    lambdaFunction,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({ ...version, taskToken: JsonPath.taskToken }),
    taskTimeout: Timeout.duration(Duration.days(daysToDecide)),
    retryOnServiceExceptions: false,
    resultPath: '$.review',
  })
    .addRetry({ errors: [Errors.TIMEOUT], maxAttempts: 0 }) // the wait is over: expire it
    .addRetry(idempotentStep)

const whatWasDecided = (scope: Construct, rejected: Succeed, otherwise: TaskStateBase): Choice => {
  const decided = (verdict: string) => Condition.stringEquals('$.review.decided', verdict)
  return new Choice(scope, 'What was decided?')
    .when(decided('approved'), new Succeed(scope, 'Approved'))
    .when(decided('rejected'), rejected)
    .when(decided('expired'), new Succeed(scope, 'Expired'))
    .otherwise(otherwise)
}

/**
 * Check → Do the checks pass? → Await decision → What was decided? → Approved, Rejected or Expired; each of them succeeds, for it is what a
 * review is for. Whatever else goes wrong leads to Close review and Fault. The state carries names, numbers and verdicts only.
 */
export const reviewTemplate = (scope: Construct, { checkTemplate, requestReview, closeReview }: ReviewSteps): Chain => {
  const check = step(scope, 'Check', checkTemplate, '$.check')
  const awaitDecision = decisionOf(scope, requestReview)
  const expire = step(scope, 'Expire review', closeReview, '$.review', { reason: 'expired' })
  const closing = step(scope, 'Close review', closeReview, JsonPath.DISCARD, { reason: 'fault' })
  const fault = new Fail(scope, 'Fault', { error: 'fault', cause: 'The logs of this execution say what broke.' })
  const rejected = new Succeed(scope, 'Rejected')
  const decided = whatWasDecided(scope, rejected, closing)
  const doTheChecksPass = new Choice(scope, 'Do the checks pass?')
    .when(Condition.booleanEquals('$.check.passes', true), awaitDecision)
    .otherwise(rejected)

  awaitDecision.addCatch(expire, { errors: [Errors.TIMEOUT], resultPath: JsonPath.DISCARD })
  for (const one of [check, awaitDecision, expire]) one.addCatch(closing, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD })
  closing.addCatch(fault, { errors: [Errors.ALL], resultPath: JsonPath.DISCARD }).next(fault)
  awaitDecision.next(decided)
  expire.next(decided)
  return check.next(doTheChecksPass)
}
