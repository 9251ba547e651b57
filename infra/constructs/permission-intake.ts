import { Duration, Stack } from 'aws-cdk-lib'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import { permissionTypes } from '../../functions/permit/permission-events.ts'
import type { Requesters } from '../../functions/request/is-foreign.ts'
import { eventQueue } from './event-queue.ts'
import { FailureQueue } from './failure-queue.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import { ourMetric } from './our-metric.ts'

const functionTimeout = Duration.seconds(30)

/** Words on whom to text, on the bus → queue → permit → what is known of the recipient. */
export class PermissionIntake extends Construct {
  constructor(scope: Construct, id: string, surroundings: Surroundings, bus: EventBus) {
    super(scope, id)
    const { key, alarms, config, records } = surroundings
    const holds = 'Words on whom to text that cannot be read, or failed.'
    const { queue: deadLetters } = new FailureQueue(this, 'Unread', { key, alarms, holds })
    // Other accounts may ask for texts. Who may be texted is this account's to say.
    const requesters: Requesters = { sources: config.requesters.sources, accounts: [Stack.of(this).account] }
    const step = new LambdaStep(this, 'Permit', surroundings, { folder: 'permit', timeout: functionTimeout })
    step.usesRecords('GetItem', 'PutItem', 'UpdateItem')
    step
      .uses('BUS_NAME', bus.eventBusName)
      .uses('DEAD_LETTER_URL', deadLetters.queueUrl)
      .uses('HASH_KEY_ARN', records.hashKey.secretArn)
      .uses('MOST_EVENT_AGE', String(config.mostEventAgeSeconds))
      .uses('REQUESTERS', JSON.stringify(requesters))
    bus.grantPutEventsTo(step.function)
    deadLetters.grantSendMessages(step.function)
    records.hashKey.grantRead(step.function)
    eventQueue(this, surroundings, bus, {
      what: 'Permissions',
      detailTypes: permissionTypes,
      step,
      functionTimeout,
      deadLetters,
    })
    this.#callFor(surroundings)
  }

  #callFor({ alarms, config }: Surroundings): void {
    const rejected = (code: string) => ourMetric(config, 'PermissionRejected', { code })
    alarms.warn('ForeignPermissions', {
      metric: rejected('foreign-source'),
      says: 'A stranger told whom to text.',
      section: 'a-stranger-asks',
    })
    alarms.warn('StalePermissions', {
      metric: rejected('stale'),
      says: 'What lets somebody be texted came too late to count.',
      section: 'permissions-came-too-late',
    })
  }
}
