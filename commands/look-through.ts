import { ChangeMessageVisibilityCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { tidily } from './interruption.ts'

/** Whoever dies without a chance to tidy up hides letters from everybody for so long. */
const secondsHidden = 120
const msUntilExtended = 30_000
const secondsToWait = 2

const receive = async (queues: SQSClient, QueueUrl: string): Promise<readonly Message[]> => {
  const command = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageAttributeNames: ['All'],
    VisibilityTimeout: secondsHidden,
    WaitTimeSeconds: secondsToWait,
  })
  const { Messages = [] } = await queues.send(command)
  return Messages
}

/** Messages that nobody else sees, for so many seconds from now; 0 shows them to all. */
const hide = async (queues: SQSClient, QueueUrl: string, messages: Iterable<Message>, seconds: number): Promise<void> => {
  for (const { ReceiptHandle } of messages)
    await queues.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: seconds }))
}

/**
 * Looks at each message of a queue once. All are hidden from others meanwhile; what stays is shown again when it is done, fails or is
 * interrupted. One that was just asked for is waited for: it would be hidden without anybody who knows its handle.
 * @param look says whether the message stays in the queue, or was deleted
 */
export const lookThrough = (
  queues: SQSClient,
  QueueUrl: string,
  look: (message: Message) => Promise<'stays' | 'deleted'>,
): Promise<void> =>
  tidily(async (signal) => {
    const seen = new Set<string | undefined>()
    const hidden = new Map<string | undefined, Message>()
    let extendedAt = Date.now()
    const lookAt = async (message: Message) => {
      signal.throwIfAborted()
      if ((await look(message)) === 'deleted') hidden.delete(message.MessageId)
      if (Date.now() - extendedAt < msUntilExtended) return
      extendedAt = Date.now()
      await hide(queues, QueueUrl, hidden.values(), secondsHidden)
    }
    try {
      for (;;) {
        const messages = await receive(queues, QueueUrl)
        for (const message of messages) hidden.set(message.MessageId, message)
        const unseen = messages.filter(({ MessageId }) => !seen.has(MessageId))
        for (const { MessageId } of unseen) seen.add(MessageId)
        for (const message of unseen) await lookAt(message)
        signal.throwIfAborted()
        if (unseen.length === 0) return
      }
    } finally {
      await hide(queues, QueueUrl, hidden.values(), 0)
    }
  })
