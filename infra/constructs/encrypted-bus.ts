import { ArnFormat, Stack } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { FailureQueue } from './failure-queue.ts'
import type { Surroundings } from './lambda-step.ts'

/** The bus on which requests, with a number and parameters, wait for their rule: under the customer key, and none is lost by it. */
export class EncryptedBus extends Construct {
  readonly bus: EventBus

  constructor(scope: Construct, id: string, { key, alarms, config }: Pick<Surroundings, 'key' | 'alarms' | 'config'>) {
    super(scope, id)
    const { busName: resourceName } = config
    const holds = 'Events that the bus could not encrypt or decrypt.'
    const { queue: deadLetterQueue } = new FailureQueue(this, 'NotEncrypted', { alarms, holds })
    const busArn = Stack.of(this).formatArn({
      service: 'events',
      resource: 'event-bus',
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
    deadLetterQueue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [deadLetterQueue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': busArn } },
      }),
    )
    // The CDK grants this right too, but on a condition on the encryption context, which no such call has.
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    this.bus = new EventBus(this, 'Bus', { eventBusName: resourceName, kmsKey: key, deadLetterQueue })
  }
}
