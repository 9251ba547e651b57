import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { putOurEvents } from '../publish/put-our-events.ts'
import { changeNotification } from '../record/change-notification.ts'
import { findNotification } from '../record/find-notification.ts'
import { parkIntervention } from '../record/park-intervention.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { countRejection } from '../runtime/count-rejection.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { eachRecord } from '../runtime/each-record.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { BUS_NAME, DEAD_LETTER_URL, MOST_EVENT_AGE, REQUESTERS } = environment(
  Variables.pick({ BUS_NAME: true, DEAD_LETTER_URL: true, MOST_EVENT_AGE: true, REQUESTERS: true }),
)

const queues = new SQSClient()
const table = deployedTable()

const intervene = createHandler({
  findNotification: findNotification(table),
  parkIntervention: parkIntervention(table),
  changeNotification: changeNotification(table),
  settle: settle(new SFNClient(), deployedKinds()),
  putStatusEvents: putOurEvents({ client: new EventBridgeClient(), name: BUS_NAME }),
  keepDeadLetter: async (body) => {
    await queues.send(new SendMessageCommand({ QueueUrl: DEAD_LETTER_URL, MessageBody: body }))
  },
  onRejection: countRejection('Rejected'),
  limits: { mostEventAge: MOST_EVENT_AGE, requesters: REQUESTERS },
  now: () => new Date(),
})

export const handler = asLambda(eachRecord(intervene))
