import { ChangeMessageVisibilityBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** Longer than it takes to see every message once. */
const secondsHidden = 600

/** All messages of a queue, with every attribute. Nothing is taken out: whoever comes next finds all of it again. */
export const messagesIn = async (queues: SQSClient, QueueUrl: string): Promise<Message[]> => {
  const receive = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: secondsHidden,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  })
  const { Messages = [] } = await queues.send(receive)
  if (Messages.length === 0) return []
  const messages = [...Messages, ...(await messagesIn(queues, QueueUrl))]
  const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle, VisibilityTimeout: 0 }))
  await queues.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }))
  return messages
}
