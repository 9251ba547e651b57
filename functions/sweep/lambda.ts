import { SFNClient } from '@aws-sdk/client-sfn'
import { findNotification } from '../record/find-notification.ts'
import { findOverdue } from '../record/find-overdue.ts'
import { openShards } from '../record/open-index.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedKinds } from '../runtime/deployed-kinds.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { emit } from '../runtime/emit.ts'
import { environment, Variables } from '../runtime/environment.ts'
import { logger } from '../runtime/logger.ts'
import { meetingReceipts } from '../runtime/meeting-receipts.ts'
import { settle } from '../settle/settle.ts'
import { createHandler } from './handler.ts'

const { RUN_SECONDS } = environment(Variables.pick({ RUN_SECONDS: true }))
const table = deployedTable()

export const handler = asLambda(
  createHandler({
    ...meetingReceipts(table, settle(new SFNClient(), deployedKinds())),
    findOverdue: findOverdue(table),
    findNotification: findNotification(table),
    shards: openShards,
    mostSeconds: RUN_SECONDS,
    onSwept: (notificationId) => emit({ name: 'Swept', value: 1, unit: 'Count', dimensions: {} }, { notificationId }),
    onFailed: (notificationId, error) => logger.error('a notification could not be swept', { notificationId, error }),
  }),
)
