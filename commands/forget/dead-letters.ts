import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'

/** Long enough for all of a queue that somebody has an eye on. */
const secondsHidden = 600
const secondsToWait = 2

/** What becomes of a message: it stays as it is (its own body), another body takes its place, or it goes (undefined). */
export type Revise = (body: string) => string | undefined

/** What was done with a message, or would be. */
export interface Revised {
  readonly messageId: string
  readonly done: 'deleted' | 'rewritten'
}

/** Yields each message of a queue once. All are hidden from others until the time is over or they are shown again. */
async function* receiveAll(queues: SQSClient, QueueUrl: string): AsyncGenerator<Message> {
  const seen = new Set<string | undefined>()
  for (;;) {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
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

/** Looks through a dead-letter queue. What is not to be changed lies there as before when it is done. */
export const reviseDeadLetters = async (
  queues: SQSClient,
  QueueUrl: string,
  revise: Revise,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Revised[]> => {
  const revised: Revised[] = []
  const kept: Message[] = []
  try {
    for await (const message of receiveAll(queues, QueueUrl)) {
      const { Body = '', MessageId: messageId = '', ReceiptHandle } = message
      const body = revise(Body)
      if (body !== Body) revised.push({ messageId, done: body === undefined ? 'deleted' : 'rewritten' })
      if (body === Body || dryRun) kept.push(message)
      else {
        if (body !== undefined) await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: body }))
        await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
      }
    }
  } finally {
    for (const { ReceiptHandle } of kept)
      await queues.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
  }
  return revised
}
