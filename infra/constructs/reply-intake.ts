import { Duration } from 'aws-cdk-lib'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { retries } from '../../functions/carriers/twilio-callback-url.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import { ourMetric } from './our-metric.ts'
import type { TwilioAccount } from './twilio-account.ts'

/** Texts that people send to our numbers at Twilio → reply → what is known of the recipient. */
export class ReplyIntake extends Construct {
  /** What an operator sets at Twilio, for the numbers or their Messaging Service: it asks Twilio to come again where a call fails. */
  readonly url: string

  constructor(scope: Construct, id: string, surroundings: Surroundings, bus: EventBus, { secret }: TwilioAccount) {
    super(scope, id)
    const { alarms, config, records } = surroundings
    // Twilio waits 15 seconds for an answer.
    const reply = new LambdaStep(this, 'Reply', surroundings, { folder: 'reply', timeout: Duration.seconds(14) })
    reply.usesRecords('GetItem', 'PutItem', 'UpdateItem')
    reply
      .uses('BUS_NAME', bus.eventBusName)
      .uses('HASH_KEY_ARN', records.hashKey.secretArn)
      .uses('TWILIO_ACCOUNT_ARN', secret.secretArn)
    bus.grantPutEventsTo(reply.function)
    records.hashKey.grantRead(reply.function)
    secret.grantRead(reply.function)
    this.url = `${reply.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url}twilio${retries}`
    const forged = ourMetric(config, 'ReplyRefused', { reason: 'forged' })
    alarms.when('ForgedReplies', forged, 'Texts to us are forged, or the auth token in the secret is not the account’s.', 20)
  }
}
