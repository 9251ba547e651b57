import { SFNClient } from '@aws-sdk/client-sfn'
import { readNotification } from '../record/read-notification.ts'
import { keepRendezvous } from '../record/rendezvous.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedRouting } from '../runtime/deployed-routing.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { takingReceipts } from '../runtime/taking-receipts.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({
    ...takingReceipts(table, settle(new SFNClient(), deployedKinds())),
    readNotification: readNotification(table),
    keepRendezvous: keepRendezvous(table),
    routing: deployedRouting(),
    random: Math.random,
  }),
)
