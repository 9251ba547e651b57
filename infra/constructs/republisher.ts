import { Duration } from 'aws-cdk-lib'
import { type IEventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Grant } from 'aws-cdk-lib/aws-iam'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'

const functionTimeout = Duration.minutes(5)
const runTime = Duration.minutes(4)

/** Once an hour, and so many times before the stream forgets: what was not published is read again and published. */
export class Republisher extends Construct {
  constructor(
    scope: Construct,
    id: string,
    surroundings: Surroundings,
    bus: IEventBus,
    workflow: NamedWorkflow,
    unpublished: IQueue,
  ) {
    super(scope, id)
    const { records } = surroundings
    const republish = new LambdaStep(this, 'Republish', surroundings, { folder: 'republish', timeout: functionTimeout })
    republish
      .uses('BUS_NAME', bus.eventBusName)
      .uses('UNPUBLISHED_URL', unpublished.queueUrl)
      .uses('RUN_SECONDS', String(runTime.toSeconds()))
    bus.grantPutEventsTo(republish.function)
    republish.takesReceipts(workflow)
    unpublished.grant(republish.function, 'sqs:ReceiveMessage', 'sqs:DeleteMessage')
    Grant.addToPrincipal({
      grantee: republish.function,
      actions: ['dynamodb:GetShardIterator', 'dynamodb:GetRecords'],
      resourceArns: [records.table.tableStreamArn].filter((arn) => arn !== undefined),
    })
    // No dead letters: a run that did not take place leaves everything to the next one.
    new Rule(this, 'Hourly', { schedule: Schedule.rate(Duration.hours(1)), targets: [new LambdaFunction(republish.function)] })
  }
}
