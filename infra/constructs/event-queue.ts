import { Duration } from 'aws-cdk-lib'
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import type { LambdaStep, Surroundings } from './lambda-step.ts'

/** Which events go to whom. */
interface Intake {
  /** What they are together, in the plural: names the rule, and an alarm on how long they wait. */
  readonly what: string
  readonly detailTypes: readonly string[]
  readonly step: LambdaStep
  readonly functionTimeout: Duration
  /** Where those end that the rule could not hand over, or that failed. */
  readonly deadLetters: IQueue
}

const watchAge = (queue: Queue, what: string, alarms: Alarms) =>
  alarms.page(`${what}Wait`, {
    metric: queue.metricApproximateAgeOfOldestMessage(),
    threshold: 300,
    outage: 'Machine',
    says: `${what} wait for five minutes or more.`,
    section: 'events-wait',
  })

/**
 * Events on the bus → queue → function: a function that EventBridge calls itself gets two retries and then loses the event.
 * Another service's rule may put our events on the queue as well, shaped by an input transformer.
 */
export const eventQueue = (
  scope: Construct,
  { key, alarms, config }: Surroundings,
  eventBus: EventBus,
  { what, detailTypes, step, functionTimeout, deadLetters }: Intake,
): Queue => {
  const queue = new Queue(scope, 'Queue', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(6 * functionTimeout.toSeconds()), // AWS's advice for a queue that Lambda reads
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  })
  watchAge(queue, what, alarms)
  new Rule(scope, what, {
    eventBus,
    eventPattern: { detailType: [...detailTypes] },
    targets: [new SqsQueue(queue, { deadLetterQueue: deadLetters })],
  })
  step.function.addEventSource(
    new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: config.concurrency }),
  )
  return queue
}
