import { Duration } from 'aws-cdk-lib'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { retries } from '../../functions/carriers/twilio-callback-url.ts'
import type { Refusal } from '../../functions/carriers/twilio-request.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'
import { ourMetric } from './our-metric.ts'
import type { TwilioAccount } from './twilio-account.ts'

const lost = 'a STOP may be lost. Look at the messages at Twilio, and suppress by hand.'

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
    const refused = (reason: Refusal) => ourMetric(config, 'ReplyRefused', { reason })
    const forged = 'Texts to us are forged.'
    alarms.warn('ForgedReplies', { metric: refused('forged'), threshold: 20, says: forged, section: 'callbacks-are-forged' })
    const mayBeStops = {
      MisSigned: ['misSigned', 'The auth token in the secret is not the account’s'],
      Foreign: ['foreign', 'Another account’s number calls the reply URL'],
      Unread: ['malformed', 'Twilio calls the reply URL with what nobody can read'],
    } as const
    for (const [name, [reason, cause]] of Object.entries(mayBeStops))
      alarms.page(`${name}Replies`, { metric: refused(reason), says: `${cause}: ${lost}`, section: 'a-stop-may-be-lost' })
  }
}
