import { SFNClient } from '@aws-sdk/client-sfn'
import { readDrains } from '../record/drains/read-drains.ts'
import { readNotification } from '../record/read-notification.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedRouting } from '../runtime/deployed-routing.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { meetingReceipts } from '../runtime/meeting-receipts.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const table = deployedTable()

export const handler = asLambda(
  createHandler({
    ...meetingReceipts(table, settle(new SFNClient(), deployedKinds())),
    readDrains: readDrains(table),
    readNotification: readNotification(table),
    routing: deployedRouting(),
    random: Math.random,
  }),
)
