import { randomUUID } from 'node:crypto'
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { Target } from '../../commands/target.ts'

/** The request queue, on which other services' rules put events as well, and its dead-letter queue. */
export const requestQueues = ({ client, outputs }: Target) => {
  const queues = new SQSClient(client)
  const urlOf = async (arn: string) => (await queues.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) }))).QueueUrl

  const deadLetterUrl = async () => {
    const QueueUrl = await urlOf(outputs.RequestQueueArn)
    const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }))
    return urlOf(JSON.parse(Attributes?.RedrivePolicy ?? '{}').deadLetterTargetArn)
  }

  const putRaw = async (MessageBody: string) => {
    const QueueUrl = await urlOf(outputs.RequestQueueArn)
    return (await queues.send(new SendMessageCommand({ QueueUrl, MessageBody }))).MessageId
  }

  const found: string[] = []
  return {
    putRaw,
    /** Puts an event as EventBridge does, made at an instant of the caller's choice. */
    put: async (detail: object, time = new Date()) => {
      const eventId = randomUUID()
      const event = { id: eventId, time: time.toISOString(), 'detail-type': 'Notification Requested', detail }
      await putRaw(JSON.stringify(event))
      return { eventId }
    },
    /** The bodies of all dead letters that were seen so far: who receives one hides it from the next for a while. */
    deadLetters: async () => {
      const receive = { QueueUrl: await deadLetterUrl(), MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }
      const { Messages = [] } = await queues.send(new ReceiveMessageCommand(receive))
      found.push(...Messages.map(({ Body = '' }) => Body))
      return found
    },
  }
}
