import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { putOurEvents } from '../publish/put-our-events.ts'
import { findNotification } from '../record/find-notification.ts'
import { openNotification } from '../record/open-notification.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { countRejection } from '../runtime/count-rejection.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { eachRecord } from '../runtime/each-record.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { loadHashers } from '../runtime/load-hashers.ts'
import { createHandler } from './handler.ts'
import { startWorkflow } from './start-workflow.ts'

const { BUS_NAME, WORKFLOW_ARN, DEAD_LETTER_URL, HASH_KEY_ARN, MOST_EVENT_AGE, REQUESTERS } = environment(
  Variables.pick({
    BUS_NAME: true,
    WORKFLOW_ARN: true,
    DEAD_LETTER_URL: true,
    HASH_KEY_ARN: true,
    MOST_EVENT_AGE: true,
    REQUESTERS: true,
  }),
)

/** Within the function's time: a start that failed comes again only when its message does, and by then a code is half over. */
const mostStarts = 8

const queues = new SQSClient()
const table = deployedTable()

const request = createHandler({
  openNotification: openNotification(table),
  findNotification: findNotification(table),
  startWorkflow: startWorkflow(new SFNClient({ maxAttempts: mostStarts }), WORKFLOW_ARN),
  putStatusEvents: putOurEvents({ client: new EventBridgeClient(), name: BUS_NAME }),
  keepDeadLetter: async (body) => {
    await queues.send(new SendMessageCommand({ QueueUrl: DEAD_LETTER_URL, MessageBody: body }))
  },
  onRejection: countRejection('Rejected'),
  loadHashers: () => loadHashers(HASH_KEY_ARN),
  limits: { mostEventAge: MOST_EVENT_AGE, requesters: REQUESTERS },
  now: () => new Date(),
})

export const handler = asLambda(eachRecord(request))
