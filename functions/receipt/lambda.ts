import { SFNClient } from '@aws-sdk/client-sfn'
import { changeNotification } from '../record/change-notification.ts'
import { parkReceipt } from '../record/rendezvous.ts'
import { storeReceipt } from '../record/store-receipt.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { logger } from '../runtime/logger.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({
    parkReceipt: parkReceipt(table),
    storeReceipt: storeReceipt(table),
    changeNotification: changeNotification(table),
    settle: settle(new SFNClient()),
    onFailure: (error) => logger.error('an entry of the delivery log could not be taken', { error }),
    now: () => new Date(),
  }),
)
