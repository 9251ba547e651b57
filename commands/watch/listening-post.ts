import {
  DeleteRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge'
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { Target } from '../target.ts'

const Id = 'queue'

/** Seconds; what nobody has read by then is of no use to who watches, and a post that was left behind holds nothing. */
const retention = '60'
const longestWait = 5

const allowing = (queueArn: string, ruleArn: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: queueArn,
      Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
    },
  })

/** Where somebody listens to a deployment's bus for a while. */
export interface ListeningPost {
  /** The next bodies, as soon as there are some. */
  readonly hear: (signal: AbortSignal) => Promise<string[]>
  /** Takes the post down. */
  readonly leave: () => Promise<void>
}

const leaver =
  (events: EventBridgeClient, queues: SQSClient, EventBusName: string, name: string, QueueUrl: string) =>
  async (): Promise<void> => {
    await events.send(new RemoveTargetsCommand({ EventBusName, Rule: name, Ids: [Id] })).catch(() => undefined) // it may not be there yet
    const left = await Promise.allSettled([
      events.send(new DeleteRuleCommand({ EventBusName, Name: name })),
      queues.send(new DeleteQueueCommand({ QueueUrl })),
    ])
    for (const one of left) if (one.status === 'rejected') throw one.reason
  }

const hearer =
  (queues: SQSClient, QueueUrl: string) =>
  async (abortSignal: AbortSignal): Promise<string[]> => {
    const receive = new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: longestWait, MaxNumberOfMessages: 10 })
    const { Messages = [] } = await queues.send(receive, { abortSignal })
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }))
    if (Entries.length > 0) await queues.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
    return Messages.map(({ Body = '' }) => Body)
  }

/**
 * Puts up a queue behind a rule on the bus. The table's stream would tell as much, but two readers slow each other down, and one is
 * `publish`.
 * @param name of the rule and the queue
 */
export const listeningPost = async ({ client, outputs }: Target, name: string, pattern: object): Promise<ListeningPost> => {
  const [events, queues] = [new EventBridgeClient(client), new SQSClient(client)]
  const { BusName: EventBusName } = outputs
  const Attributes = { MessageRetentionPeriod: retention, SqsManagedSseEnabled: 'true' }
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: name, Attributes }))
  const leave = leaver(events, queues, EventBusName, name, QueueUrl)
  try {
    const { Attributes: known } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
    const Arn = known?.QueueArn ?? ''
    const rule = {
      EventBusName,
      Name: name,
      EventPattern: JSON.stringify(pattern),
      Description: 'heliograph watch; may be deleted',
    }
    const { RuleArn = '' } = await events.send(new PutRuleCommand(rule))
    await queues.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: allowing(Arn, RuleArn) } }))
    await events.send(new PutTargetsCommand({ EventBusName, Rule: name, Targets: [{ Id, Arn }] }))
  } catch (error) {
    await leave().catch(() => undefined) // why it could not be put up is what is told
    throw error
  }
  return { hear: hearer(queues, QueueUrl), leave }
}
