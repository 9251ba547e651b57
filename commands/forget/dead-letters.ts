import { DeleteMessageCommand, type Message, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { receiveAll, showAgain } from '../receive-all.ts'

/** What becomes of a message: it stays as it is (its own body), another body takes its place, or it goes (undefined). */
type Revise = (body: string) => string | undefined

/** What was done with a message, or would be. */
interface Revised {
  readonly messageId: string
  readonly done: 'deleted' | 'rewritten'
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
    await showAgain(queues, QueueUrl, kept)
  }
  return revised
}
