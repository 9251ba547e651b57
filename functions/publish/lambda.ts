import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SFNClient } from '@aws-sdk/client-sfn'
import { changeRecipient } from '../record/change-recipient.ts'
import { keepRendezvous } from '../record/rendezvous.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { eachRecord } from '../runtime/each-record.ts'
import { emit } from '../runtime/emit.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { takingReceipts } from '../runtime/taking-receipts.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'
import { putStatusEvents } from './put-status-events.ts'

const { BUS_NAME } = environment(Variables.pick({ BUS_NAME: true }))

const table = deployedTable()

const publish = createHandler({
  ...takingReceipts(table, settle(new SFNClient(), deployedKinds())),
  keepRendezvous: keepRendezvous(table),
  changeRecipient: changeRecipient(table),
  putStatusEvents: putStatusEvents({ client: new EventBridgeClient(), name: BUS_NAME }),
  emit,
})

export const handler = asLambda(eachRecord('DynamoDBStreams', publish))
