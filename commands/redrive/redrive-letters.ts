import { DeleteMessageCommand, GetQueueAttributesCommand, type Message, SQSClient } from '@aws-sdk/client-sqs'
import { deadLetterQueues } from '../dead-letter-queues.ts'
import { lookThrough } from '../look-through.ts'
import { nameOf } from '../name-of.ts'
import type { Target } from '../target.ts'
import { bring } from './bring.ts'
import { look, type Redriven, type Tell } from './redriven.ts'
import { type Ours, wayBack } from './way-back.ts'

interface Queue {
  readonly name: string
  readonly url: string
}

const oursOf = ({ outputs }: Target): Ours => {
  const [, , , , account = ''] = outputs.RequestQueueArn.split(':')
  const { ReceiptFunctionName, CloseFunctionName, CloseReviewFunctionName } = outputs
  return {
    account,
    functions: { receipt: ReceiptFunctionName, close: CloseFunctionName, 'close-review': CloseReviewFunctionName },
  }
}

/** It is deleted only when it was brought: whoever dies in between brings it twice, which does no harm. */
const redriveLetter = async (
  target: Target,
  QueueUrl: string,
  letter: Message,
  dryRun: boolean,
): Promise<Omit<Redriven, 'where'>> => {
  const { Body = '', MessageId: id = '', ReceiptHandle, MessageAttributes } = letter
  const way = wayBack(Body, oursOf(target), MessageAttributes?.TARGET_ARN?.StringValue)
  if (way.by === undefined) return { id, what: way.what, done: 'left', why: way.why }
  if (dryRun) return { id, what: way.what, done: 'would go' }
  try {
    await bring(target, Body, way)
    await new SQSClient(target.client).send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    return { id, what: way.what, done: 'redriven' }
  } catch (error) {
    return { id, what: way.what, done: 'failed', why: nameOf(error) }
  }
}

/**
 * What somebody else has hidden, or a run that was killed, would be missed without a word. AWS may count for a minute what was shown again.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
const hiddenByOthers = async (queues: SQSClient, QueueUrl: string): Promise<number> => {
  const AttributeNames = ['ApproximateNumberOfMessagesNotVisible' as const]
  const { Attributes } = await queues.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }))
  return Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0)
}

/** Looks through one queue. What stays lies there as before when it is done. */
const redriveQueue = async (target: Target, { name: where, url }: Queue, dryRun: boolean, tell: Tell): Promise<void> => {
  const queues = new SQSClient(target.client)
  const [hidden] = await Promise.allSettled([hiddenByOthers(queues, url)])
  await lookThrough(queues, url, async (letter) => {
    const redriven = await redriveLetter(target, url, letter, dryRun)
    tell({ where, ...redriven })
    return redriven.done === 'redriven' ? 'deleted' : 'stays'
  })
  if (hidden.status === 'rejected') throw hidden.reason
  const what = `${hidden.value} are being looked at by somebody else, or were a moment ago`
  if (hidden.value > 0) tell({ where, what, done: 'unseen', why: 'they show again within minutes' })
}

/** Tells what becomes of each dead letter; the queues side by side, since each is waited for. */
export const redriveLetters = async (target: Target, dryRun: boolean, tell: Tell): Promise<void> => {
  const queues = Object.entries(deadLetterQueues(target)).map(([name, url]) => ({ name, url }))
  await Promise.all(queues.map((queue) => look(queue.name, tell, () => redriveQueue(target, queue, dryRun, tell))))
}
