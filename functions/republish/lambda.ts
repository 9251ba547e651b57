import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { readStream } from '../record/read-stream.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedPublish } from '../runtime/deployed-publish.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { logger } from '../runtime/logger.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { UNPUBLISHED_URL, RUN_SECONDS } = environment(Variables.pick({ UNPUBLISHED_URL: true, RUN_SECONDS: true }))
const queues = new SQSClient()

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
    publish: deployedPublish(settle(new SFNClient(), deployedKinds()), new EventBridgeClient()),
    mostSeconds: RUN_SECONDS,
    onLeft: ({ id: messageId }, reason) => logger.error('a place in the stream is left to a person', { messageId, reason }),
    onFailed: ({ id: messageId }, error) => logger.error('a place in the stream could not be published', { messageId, error }),
    now: () => new Date(),
  }),
)
