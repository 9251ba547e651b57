import { Duration } from 'aws-cdk-lib'
import type { IEventBus } from 'aws-cdk-lib/aws-events'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import { attentionClasses } from '../../functions/notification/failure.ts'
import { budgetLevels } from '../../functions/policy/budget/budget-level.ts'
import { drainChangePrefix, levelPrefix, notificationKey, versionPrefix } from '../../functions/record/keys.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'
import { ourMetric } from './our-metric.ts'
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
    this.#callFor(surroundings)
    new Republisher(this, 'Again', surroundings, bus, workflow, failed.queue)
  }

  /** Alarms on what `publish` and `request` count: what no retry mends. */
  #callFor({ alarms, config }: Surroundings): void {
    alarms.when('Faults', ourMetric(config, 'Fault'), 'A notification ended by a fault of ours.')
    for (const failureClass of attentionClasses)
      alarms.when(
        `Failed${failureClass}`,
        ourMetric(config, 'NeedsAttention', { class: failureClass }),
        `A text failed by the class ${failureClass}.`,
      )
    for (const level of budgetLevels)
      alarms.when(
        `Budget${level}`,
        ourMetric(config, 'BudgetReached', { level: String(level) }),
        `A kind has spent ${level} % of its budget of the day.`,
      )
    const conflicts = ourMetric(config, 'Rejected', { reason: 'idempotency-conflict' })
    alarms.when('Conflicts', conflicts, 'Two different requests came under one notificationId.')
    const foreign = ourMetric(config, 'Rejected', { reason: 'foreign-source' })
    alarms.when('ForeignRequests', foreign, 'A request came from a source or an account that may not ask.')
    const forged = ourMetric(config, 'CallbackRefused', { reason: 'forged' })
    alarms.when('ForgedCallbacks', forged, 'Callbacks are forged, or the auth token in the secret is not the account’s.', 20)
  }
}
