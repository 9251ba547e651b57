import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { putOurEvents } from '../publish/put-our-events.ts'
import { changeRecipient } from '../record/recipient/change-recipient.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { countRejection } from '../runtime/count-rejection.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { eachRecord } from '../runtime/each-record.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { loadHashers } from '../runtime/load-hashers.ts'
import { createHandler } from './handler.ts'

const { BUS_NAME, DEAD_LETTER_URL, HASH_KEY_ARN, MOST_EVENT_AGE, REQUESTERS } = environment(
  Variables.pick({ BUS_NAME: true, DEAD_LETTER_URL: true, HASH_KEY_ARN: true, MOST_EVENT_AGE: true, REQUESTERS: true }),
)

const queues = new SQSClient()

const permit = createHandler({
  changeRecipient: changeRecipient(deployedTable()),
  putEvents: putOurEvents({ client: new EventBridgeClient(), name: BUS_NAME }),
  keepDeadLetter: async (body) => {
    await queues.send(new SendMessageCommand({ QueueUrl: DEAD_LETTER_URL, MessageBody: body }))
  },
  onRejection: countRejection('PermissionRejected'),
  loadHashers: () => loadHashers(HASH_KEY_ARN),
  limits: { mostEventAge: MOST_EVENT_AGE, requesters: REQUESTERS },
  now: () => new Date(),
})

export const handler = asLambda(eachRecord(permit))
