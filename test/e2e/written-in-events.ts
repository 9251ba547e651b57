import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Target } from '../../commands/target.ts'
import type { Written } from './canaries.ts'
import { messagesIn } from './messages-in.ts'

/**
 * Keeps every status event from now on as it came, whatever it says, in a queue.
 * @returns the queue's URL
 */
export const keepStatusEvents = async ({ client, outputs }: Target, Name = 'test-all-status-events'): Promise<string> => {
  const queues = new SQSClient(client)
  const { QueueUrl = '' } = await queues.send(new CreateQueueCommand({ QueueName: Name }))
  const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  const events = new EventBridgeClient(client)
  const EventPattern = JSON.stringify({ source: ['heliograph'] })
  await events.send(new PutRuleCommand({ EventBusName: outputs.BusName, Name, EventPattern }))
  const Targets = [{ Id: 'queue', Arn: Attributes?.QueueArn ?? '' }]
  await events.send(new PutTargetsCommand({ EventBusName: outputs.BusName, Rule: Name, Targets }))
  return QueueUrl
}

export const writtenInEvents = async (client: Target['client'], queueUrl: string): Promise<Written[]> => {
  const messages = await messagesIn(new SQSClient(client), queueUrl)
  return messages.map(({ Body = '' }) => {
    const { 'detail-type': name } = JSON.parse(Body)
    return { place: 'status event', name, text: Body }
  })
}
