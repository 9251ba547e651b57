import { Duration } from 'aws-cdk-lib'
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { daysToDecide, reviewTemplate } from '../../workflows/review-template.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import { loggedStateMachine } from './logged-state-machine.ts'
import { NamedWorkflow } from './named-workflow.ts'
import { ReviewSteps } from './review-steps.ts'

/** Longer than the wait for a decision and all tries around it: what is still running then is stuck. */
const longestRun = Duration.days(daysToDecide + 1)

/** Authors and reviewers, each by an identity of AWS → review → the workflow `review-template`, an execution a version. */
export class TemplateReview extends Construct {
  readonly named: NamedWorkflow
  /** Where a template is submitted and decided on, signed. */
  readonly url: string
  /** Of `close-review`: an operator may call it again with what it failed with. */
  readonly closeFunctionName: string

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { config, alarms } = surroundings
    this.named = new NamedWorkflow(this, config.stackName, 'review-template')
    const steps = new ReviewSteps(this, 'Steps', surroundings, this.named)
    const functions = {
      checkTemplate: steps.checkTemplate.function,
      requestReview: steps.requestReview.function,
      closeReview: steps.closeReview.function,
    }
    const stateMachine = loggedStateMachine(this, surroundings, {
      name: this.named.name,
      chain: reviewTemplate(this, functions),
      functions: Object.values(functions),
      longestRun,
    })
    const [section, statistic] = ['a-review-failed', 'Sum']
    const failed = stateMachine.metricFailed({ statistic })
    alarms.warn('ReviewsFailed', { metric: failed, says: 'A review ended by a fault of ours.', section })
    alarms.warn('ReviewsTimedOut', { metric: stateMachine.metricTimedOut({ statistic }), says: 'A review was stuck.', section })
    alarms.warn('ReviewsAborted', {
      metric: stateMachine.metricAborted({ statistic }),
      says: 'A review was stopped by hand.',
      section,
    })
    this.#watch(surroundings, steps)
    this.closeFunctionName = steps.closeReview.function.functionName
    this.url = this.#take(surroundings)
  }

  /** Every review that failed, timed out or was stopped → close-review: its version is rejected, and may be submitted again. */
  #watch({ key, alarms }: Surroundings, { closeReview }: ReviewSteps): void {
    const holds = 'Ended reviews of which `close-review` was not told.'
    const deadLetterQueue = new FailureQueue(this, 'EndsNotTold', { key, alarms, holds }).queue
    const event = RuleTargetInput.fromObject({ execution: EventField.fromPath('$.detail.name') })
    new Rule(this, 'Ended', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [this.named.arn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
      targets: [new LambdaFunction(closeReview.function, { event, deadLetterQueue })],
    })
  }

  /** Nobody may call by this alone: who submits and who decides has the right to from IAM. */
  #take(surroundings: Surroundings): string {
    const { approvers } = surroundings.config
    const review = new LambdaStep(this, 'Review', surroundings, { folder: 'review', timeout: Duration.seconds(30) })
    review.usesRecords('GetItem', 'PutItem', 'Query', 'UpdateItem')
    review.uses('WORKFLOW_ARN', this.named.arn)
    if (approvers.roles) review.uses('APPROVER_ROLES', JSON.stringify(approvers.roles))
    this.named.letStart(review.function)
    this.named.letFinish(review.function)
    return review.function.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM }).url
  }
}
