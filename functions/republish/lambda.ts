import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { createHandler as publishing } from '../publish/handler.ts'
import { putStatusEvents } from '../publish/put-status-events.ts'
import { changeRecipient } from '../record/change-recipient.ts'
import { readStream } from '../record/read-stream.ts'
import { keepRendezvous } from '../record/rendezvous.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { emit } from '../runtime/emit.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { logger } from '../runtime/logger.ts'
import { takingReceipts } from '../runtime/taking-receipts.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { BUS_NAME, UNPUBLISHED_URL, RUN_SECONDS } = environment(
  Variables.pick({ BUS_NAME: true, UNPUBLISHED_URL: true, RUN_SECONDS: true }),
)
const queues = new SQSClient()
const table = deployedTable()

const publish = publishing({
  ...takingReceipts(table, settle(new SFNClient(), deployedKinds())),
  keepRendezvous: keepRendezvous(table),
  changeRecipient: changeRecipient(table),
  putStatusEvents: putStatusEvents({ client: new EventBridgeClient(), name: BUS_NAME }),
  emit,
})

/** What fails is not seen again in the same run. */
const receiving = { QueueUrl: UNPUBLISHED_URL, MaxNumberOfMessages: 10, VisibilityTimeout: 2 * RUN_SECONDS, WaitTimeSeconds: 1 }

export const handler = asLambda(
  createHandler({
    receive: async () => {
      const { Messages = [] } = await queues.send(new ReceiveMessageCommand(receiving))
      return Messages.map(({ MessageId: id = '', ReceiptHandle: handle = '', Body: body = '' }) => ({ id, handle, body }))
    },
    remove: async ({ handle }) => {
      await queues.send(new DeleteMessageCommand({ QueueUrl: UNPUBLISHED_URL, ReceiptHandle: handle }))
    },
    readStream: readStream(new DynamoDBStreamsClient()),
    publish,
    mostSeconds: RUN_SECONDS,
    onLeft: ({ id: messageId }, reason) => logger.error('a place in the stream is left to a person', { messageId, reason }),
    onFailed: ({ id: messageId }, error) => logger.error('a place in the stream could not be published', { messageId, error }),
    now: () => new Date(),
  }),
)
