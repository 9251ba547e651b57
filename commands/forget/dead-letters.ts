import { DeleteMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { lookThrough } from '../look-through.ts'

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
  await lookThrough(queues, QueueUrl, async ({ Body = '', MessageId: messageId = '', ReceiptHandle }) => {
    const body = revise(Body)
    if (body !== Body) revised.push({ messageId, done: body === undefined ? 'deleted' : 'rewritten' })
    if (body === Body || dryRun) return 'stays'
    if (body !== undefined) await queues.send(new SendMessageCommand({ QueueUrl, MessageBody: body }))
    await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    return 'deleted'
  })
  return revised
}
