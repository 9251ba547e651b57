import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'

/** A step that reads and writes records, with time for DynamoDB to come back. */
const recordTimeout = Duration.seconds(30)

/** The functions of a review's steps, each with no more rights than its step needs. */
export class ReviewSteps extends Construct {
  readonly checkTemplate: LambdaStep
  readonly requestReview: LambdaStep
  readonly closeReview: LambdaStep

  constructor(scope: Construct, id: string, surroundings: Surroundings, workflow: NamedWorkflow) {
    super(scope, id)
    const { key, alarms } = surroundings
    const step = (name: string, folder: string) => new LambdaStep(this, name, surroundings, { folder, timeout: recordTimeout })
    this.checkTemplate = step('CheckTemplate', 'check-template')
    this.requestReview = step('RequestReview', 'request-review')
    const holds = 'Ended executions whose review could not be closed.'
    const onFailure = new FailureQueue(this, 'ReviewNotClosed', { key, alarms, holds }).queue
    const closing = { folder: 'close-review', timeout: recordTimeout, onFailure }
    this.closeReview = new LambdaStep(this, 'CloseReview', surroundings, closing)
    // A rejection changes the version alone; what is sent is written by whoever approves.
    for (const one of [this.checkTemplate, this.requestReview, this.closeReview]) one.usesRecords('GetItem', 'UpdateItem')
    for (const one of [this.requestReview, this.closeReview]) workflow.letFinish(one.function)
  }
}
