import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { DeliveryWorkflow } from './delivery-workflow.ts'
import { FailureQueue } from './failure-queue.ts'
import type { Surroundings } from './lambda-step.ts'

/** Every execution that failed, timed out or was stopped → close: even one stopped by hand leaves an outcome. */
export class ExecutionWatch extends Construct {
  constructor(scope: Construct, id: string, { key, alarms }: Surroundings, { named, steps }: DeliveryWorkflow) {
    super(scope, id)
    const holds = 'Ended executions of which `close` was not told.'
    const deadLetterQueue = new FailureQueue(this, 'NotTold', { key, alarms, holds }).queue
    const event = RuleTargetInput.fromObject({ notificationId: EventField.fromPath('$.detail.name') })
    new Rule(this, 'Ended', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [named.arn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      targets: [new LambdaFunction(steps.close.function, { event, deadLetterQueue })],
    })
  }
}
