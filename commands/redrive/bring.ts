import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { Failed } from '../failed.ts'
import type { Target } from '../target.ts'
import type { CallAgain } from './call-again.ts'
import type { EventAgain, WayBack } from './way-back.ts'

const toRequestQueue = async ({ client, outputs }: Target, MessageBody: string): Promise<void> => {
  const queues = new SQSClient(client)
  const name = new GetQueueUrlCommand({ QueueName: outputs.RequestQueueArn.split(':').at(-1) })
  const { QueueUrl } = await queues.send(name)
  await queues.send(new SendMessageCommand({ QueueUrl, MessageBody }))
}

const toBus = async ({ client, outputs }: Target, { source, detailType, time, detail }: EventAgain): Promise<void> => {
  const entry = { EventBusName: outputs.BusName, Source: source, DetailType: detailType, Detail: detail, Time: time }
  const { Entries } = await new EventBridgeClient(client).send(new PutEventsCommand({ Entries: [entry] }))
  if (Entries?.[0]?.EventId === undefined) throw new Failed('the bus refused the event')
}

const toFunction = async ({ client }: Target, { functionName, payload }: CallAgain): Promise<void> => {
  const invoke = new InvokeCommand({ FunctionName: functionName, Payload: payload })
  const { FunctionError } = await new LambdaClient(client).send(invoke)
  if (FunctionError !== undefined) throw new Failed('the function failed again: its log says why')
}

/**
 * Brings a dead letter to whoever takes it.
 * @throws a sentence where that one refuses it
 */
export const bring = (target: Target, body: string, way: Extract<WayBack, { by: string }>): Promise<void> => {
  switch (way.by) {
    case 'request queue':
      return toRequestQueue(target, body)
    case 'bus':
      return toBus(target, way.event)
    case 'function':
      return toFunction(target, way.call)
    default:
      return way satisfies never
  }
}
