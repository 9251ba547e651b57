import { SFNClient } from '@aws-sdk/client-sfn'
import { changeNotification } from '../record/change-notification.ts'
import { readNotification } from '../record/read-notification.ts'
import { keepRendezvous } from '../record/rendezvous.ts'
import { storeReceipt } from '../record/store-receipt.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({
    readNotification: readNotification(table),
    changeNotification: changeNotification(table),
    keepRendezvous: keepRendezvous(table),
    storeReceipt: storeReceipt(table),
    settle: settle(new SFNClient()),
    now: () => new Date(),
  }),
)
