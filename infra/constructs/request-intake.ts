import { Duration, Stack } from 'aws-cdk-lib'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { interventionTypes } from '../../functions/intervene/intervention-events.ts'
import type { Requesters } from '../../functions/request/is-foreign.ts'
import { detailTypes } from '../../functions/request/read-request.ts'
import type { Config } from '../config.ts'
import { eventQueue } from './event-queue.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'

const functionTimeout = Duration.seconds(30)

/** Requests on the bus → queue → request → an execution named by the notification. */
export class RequestIntake extends Construct {
  /** Another service's rule may put our events here, shaped by an input transformer. */
  readonly queue: Queue

  constructor(scope: Construct, id: string, surroundings: Surroundings, bus: EventBus, workflow: NamedWorkflow) {
    super(scope, id)
    const { key, alarms, config, records } = surroundings
    const deadLetters = new FailureQueue(this, 'DeadLetters', { key, alarms, holds: 'Requests that cannot be read, or failed.' })
      .queue
    this.#letIn(bus, config.requesters)

    const { sources, accounts } = config.requesters
    const requesters: Requesters = { sources, accounts: [Stack.of(this).account, ...accounts] }
    const request = new LambdaStep(this, 'Request', surroundings, { folder: 'request', timeout: functionTimeout })
    request.usesRecords('ConditionCheckItem', 'GetItem', 'PutItem')
    request
      .uses('BUS_NAME', bus.eventBusName)
      .uses('WORKFLOW_ARN', workflow.arn)
      .uses('DEAD_LETTER_URL', deadLetters.queueUrl)
      .uses('HASH_KEY_ARN', records.hashKey.secretArn)
      .uses('MOST_EVENT_AGE', String(config.mostEventAgeSeconds))
      .uses('REQUESTERS', JSON.stringify(requesters))
    bus.grantPutEventsTo(request.function)
    workflow.letStart(request.function)
    deadLetters.grantSendMessages(request.function)
    records.hashKey.grantRead(request.function)
    this.queue = eventQueue(this, surroundings, bus, {
      what: 'Requests',
      detailTypes,
      step: request,
      functionTimeout,
      deadLetters,
    })
  }

  /** Lets each of the other accounts put requests on the bus, and take them back, from the named sources, and nothing else. */
  #letIn(bus: EventBus, { sources, accounts }: Config['requesters']): void {
    const asked = [...detailTypes, ...interventionTypes]
    for (const account of accounts)
      bus.addToResourcePolicy(
        new PolicyStatement({
          sid: `Requests${account}`,
          principals: [new AccountPrincipal(account)],
          actions: ['events:PutEvents'],
          resources: [bus.eventBusArn],
          conditions: { StringEquals: { 'events:source': sources, 'events:detail-type': asked } },
        }),
      )
  }
}
