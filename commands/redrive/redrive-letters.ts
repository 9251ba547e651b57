import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { DeleteMessageCommand, GetQueueUrlCommand, type Message, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { deadLetterQueues } from '../dead-letter-queues.ts'
import { receiveAll, showAgain } from '../receive-all.ts'
import type { Target } from '../target.ts'
import type { CallAgain } from './call-again.ts'
import type { Redriven } from './redriven.ts'
import { type EventAgain, type Ours, type WayBack, wayBack } from './way-back.ts'

interface Queue {
  readonly name: string
  readonly url: string
}

type Tell = (redriven: Redriven) => void

const oursOf = ({ outputs }: Target): Ours => {
  const [, , , , account = ''] = outputs.RequestQueueArn.split(':')
  const workflow = outputs.WorkflowArn.split(':').at(-1) ?? ''
  return { account, stackName: workflow.replace(/-deliver-notification$/, '') }
}

const toRequestQueue = async ({ client, outputs }: Target, MessageBody: string): Promise<void> => {
  const queues = new SQSClient(client)
  const name = new GetQueueUrlCommand({ QueueName: outputs.RequestQueueArn.split(':').at(-1) })
  const { QueueUrl } = await queues.send(name)
  await queues.send(new SendMessageCommand({ QueueUrl, MessageBody }))
}

const toBus = async ({ client, outputs }: Target, { source, detailType, time, detail }: EventAgain): Promise<void> => {
  const entry = { EventBusName: outputs.BusName, Source: source, DetailType: detailType, Detail: detail, Time: time }
  const { Entries } = await new EventBridgeClient(client).send(new PutEventsCommand({ Entries: [entry] }))
  if (Entries?.[0]?.EventId === undefined) throw new Error('the bus refused the event')
}

const toFunction = async ({ client }: Target, { functionName, payload }: CallAgain): Promise<void> => {
  const invoke = new InvokeCommand({ FunctionName: functionName, Payload: payload })
  const { FunctionError } = await new LambdaClient(client).send(invoke)
  if (FunctionError !== undefined) throw new Error('the function failed again')
}

const bring = (target: Target, body: string, way: WayBack): Promise<void> => {
  switch (way.by) {
    case 'request queue':
      return toRequestQueue(target, body)
    case 'bus':
      return toBus(target, way.event)
    case 'function':
      return toFunction(target, way.call)
    case undefined:
      throw new Error('what stays is not brought anywhere')
    default:
      return way satisfies never
  }
}

/** What failed is told by its name alone: a message may quote what it is about. */
const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no answer')

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

/** Looks through one queue. What stays lies there as before when it is done. */
const redriveQueue = async (target: Target, queue: Queue, dryRun: boolean, tell: Tell): Promise<void> => {
  const queues = new SQSClient(target.client)
  const kept: Message[] = []
  try {
    for await (const letter of receiveAll(queues, queue.url)) {
      const redriven = await redriveLetter(target, queue.url, letter, dryRun)
      if (redriven.done !== 'redriven') kept.push(letter)
      tell({ where: queue.name, ...redriven })
    }
  } finally {
    await showAgain(queues, queue.url, kept)
  }
}

/** Tells what becomes of each dead letter; the queues side by side, since each is waited for. */
export const redriveLetters = async (target: Target, dryRun: boolean, tell: Tell): Promise<void> => {
  const queues = Object.entries(deadLetterQueues(target)).map(([name, url]) => ({ name, url }))
  await Promise.all(queues.map((queue) => redriveQueue(target, queue, dryRun, tell)))
}
