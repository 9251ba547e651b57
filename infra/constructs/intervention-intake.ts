import { Duration, Stack } from 'aws-cdk-lib'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import { interventionTypes } from '../../functions/intervene/intervention-events.ts'
import type { Requesters } from '../../functions/request/is-foreign.ts'
import { eventQueue } from './event-queue.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import type { NamedWorkflow } from './named-workflow.ts'

const functionTimeout = Duration.seconds(30)

/** Cancellations and confirmations on the bus → queue → intervene → the notification's record → the workflow resumes. */
export class InterventionIntake extends Construct {
  constructor(scope: Construct, id: string, surroundings: Surroundings, bus: EventBus, workflow: NamedWorkflow) {
    super(scope, id)
    const { key, alarms, config } = surroundings
    const holds = 'Cancellations and confirmations that cannot be read, or failed.'
    const { queue: deadLetters } = new FailureQueue(this, 'NotHeeded', { key, alarms, holds })
    const { sources, accounts } = config.requesters
    const requesters: Requesters = { sources, accounts: [Stack.of(this).account, ...accounts] } // who may ask, may take it back
    const step = new LambdaStep(this, 'Intervene', surroundings, { folder: 'intervene', timeout: functionTimeout })
    step.usesRecords('ConditionCheckItem', 'GetItem', 'PutItem', 'UpdateItem')
    step
      .uses('BUS_NAME', bus.eventBusName)
      .uses('DEAD_LETTER_URL', deadLetters.queueUrl)
      .uses('MOST_EVENT_AGE', String(config.mostEventAgeSeconds))
      .uses('REQUESTERS', JSON.stringify(requesters))
      .uses('KINDS', JSON.stringify(config.kinds))
    bus.grantPutEventsTo(step.function)
    deadLetters.grantSendMessages(step.function)
    workflow.letSettle(step.function)
    const detailTypes = interventionTypes
    eventQueue(this, surroundings, bus, { what: 'Interventions', detailTypes, step, functionTimeout, deadLetters })
  }
}
