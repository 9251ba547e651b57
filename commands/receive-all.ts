import { ChangeMessageVisibilityCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

/** Long enough for all of a queue that somebody has an eye on. */
const secondsHidden = 600
const secondsToWait = 2

/** Yields each message of a queue once. All are hidden from others until the time is over or they are shown again. */
export async function* receiveAll(queues: SQSClient, QueueUrl: string): AsyncGenerator<Message> {
  const seen = new Set<string | undefined>()
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        VisibilityTimeout: secondsHidden,
        WaitTimeSeconds: secondsToWait,
      }),
    )
    const unseen = Messages.filter(({ MessageId }) => !seen.has(MessageId))
    if (unseen.length === 0) return
    for (const message of unseen) seen.add(message.MessageId)
    yield* unseen
  }
}

/** Shows messages to others again, at once. */
export const showAgain = async (queues: SQSClient, QueueUrl: string, messages: readonly Message[]): Promise<void> => {
  for (const { ReceiptHandle } of messages)
    await queues.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
}
