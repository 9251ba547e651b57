import { changeNotification } from '../record/change-notification.ts'
import { asLambda } from '../runtime/as-lambda.ts'
import { deployedTable } from '../runtime/deployed-table.ts'
import { createHandler } from './handler.ts'

export const handler = asLambda(createHandler({ changeNotification: changeNotification(deployedTable()), now: () => new Date() }))
