import { Duration } from 'aws-cdk-lib'
import type { IEventBus } from 'aws-cdk-lib/aws-events'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { drainChangePrefix, levelPrefix, notificationKey, versionPrefix } from '../../functions/record/keys.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'
import { Republisher } from './republisher.ts'

/** The table's stream → publish → events of notifications, templates and carriers on the bus, and metrics. */
export class StatusPublisher extends Construct {
  constructor(scope: Construct, id: string, surroundings: Surroundings, bus: IEventBus, workflow: NamedWorkflow) {
    super(scope, id)
    const { key, alarms, records } = surroundings
    const publish = new LambdaStep(this, 'Publish', surroundings, { folder: 'publish', timeout: Duration.seconds(30) })
    publish.uses('BUS_NAME', bus.eventBusName)
    publish.takesReceipts(workflow)
    bus.grantPutEventsTo(publish.function)
    const failed = new FailureQueue(this, 'Unpublished', {
      key,
      alarms,
      holds: 'Places in the stream whose changes were not published.',
    })
    publish.function.addEventSource(
      new DynamoEventSource(records.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [
          FilterRule.isEqual(notificationKey('').SK),
          ...[versionPrefix, levelPrefix, drainChangePrefix].map(FilterRule.beginsWith),
        ].map((S) => FilterCriteria.filter({ dynamodb: { Keys: { SK: { S } } } })),
        batchSize: 25,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(failed.queue),
      }),
    )
    alarms.page('ChangesWait', {
      metric: publish.function.metric('IteratorAge', { statistic: 'Maximum' }),
      threshold: Duration.minutes(5).toMilliseconds(),
      outage: 'Machine',
      says: 'Changes of the records are published five minutes late or more.',
      section: 'changes-are-published-late',
    })
    new Republisher(this, 'Again', surroundings, bus, workflow, failed.queue)
  }
}
