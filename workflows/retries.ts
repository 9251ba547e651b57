import { Duration } from 'aws-cdk-lib'
import { Errors, JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions'

/** About four minutes of tries, then the fault path. For steps that may be repeated: never on a Send state. */
export const idempotentStep: RetryProps = {
  errors: [Errors.ALL],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 12,
  jitterStrategy: JitterType.FULL,
}

/** The one error that says that the function did not run, so that nothing can have been sent. */
export const notInvoked: RetryProps = {
  ...idempotentStep,
  errors: ['Lambda.TooManyRequestsException'],
  maxAttempts: 6,
}
