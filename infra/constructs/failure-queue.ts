import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'

interface Props {
  /** Without one the queue is under a key of SQS's own: for what is kept because the customer key does not work. */
  readonly key?: IKey
  readonly alarms: Alarms
  /** What lies in it, for whoever is called, e.g. "Requests that failed." */
  readonly holds: string
}

/** The end of a queue or an asynchronous call: what nobody could handle waits here for a person, with an alarm from the first on, and the stack says where. */
export class FailureQueue extends Construct {
  readonly queue: Queue

  constructor(scope: Construct, id: string, { key, alarms, holds }: Props) {
    super(scope, id)
    this.queue = new Queue(this, 'Queue', {
      ...(key ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key } : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is a dead-letter queue: of a queue, a rule, a stream or an asynchronous call, of which the rule knows the first alone.',
    })
    // A letter may lie for days: it is a page of its own, since as the sign of an outage it would hide all that comes after it.
    alarms.page(id, {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      says: holds,
      section: 'dead-letters',
    })
    new CfnOutput(Stack.of(this), `${this.#place()}Url`, { value: this.queue.queueUrl })
  }

  /** Below its stack, e.g. "ReceiptsNotTaken" */
  #place(): string {
    const { scopes } = this.node
    const below = scopes.slice(scopes.indexOf(Stack.of(this)) + 1)
    return below.map(({ node }) => node.id).join('')
  }
}
