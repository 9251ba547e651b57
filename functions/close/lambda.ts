import { SFNClient } from '@aws-sdk/client-sfn'
import { findNotification } from '../record/find-notification.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { meetingReceipts } from '../runtime/meeting-receipts.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({
    ...meetingReceipts(table, settle(new SFNClient(), deployedKinds())),
    findNotification: findNotification(table),
  }),
)
