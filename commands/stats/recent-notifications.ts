import { paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn'
import type { Notification } from '../../functions/notification/notification.ts'
import { findNotification } from '../../functions/record/find-notification.ts'
import { readEach } from '../read-each.ts'
import { tableOf } from '../table-of.ts'
import type { Target } from '../target.ts'

/**
 * The names of the executions that were started since then, and whether there were more than are read. The list is "sorted by time", of
 * the start or of the stop: only after one that had ended by then, too, none of a later start can come.
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html
 */
const recentIds = async ({ client, outputs }: Target, since: Date, most: number): Promise<{ ids: string[]; more: boolean }> => {
  const ids: string[] = []
  const list = { stateMachineArn: outputs.WorkflowArn, maxResults: 1_000 }
  for await (const { executions = [] } of paginateListExecutions({ client: new SFNClient(client) }, list))
    for (const { name, startDate, stopDate } of executions) {
      if (startDate !== undefined && startDate < since) {
        if (stopDate !== undefined && stopDate < since) return { ids, more: false }
        continue
      }
      if (ids.length === most) return { ids, more: true }
      if (name !== undefined) ids.push(name)
    }
  return { ids, more: false }
}

/**
 * The notifications whose workflow was started since then: an execution is named by its notification, and Step Functions lists the
 * latest first, which no index of the table does.
 * @param most so many are read and no more: each costs a read of the table
 */
export const recentNotifications = async (
  target: Target,
  since: Date,
  most: number,
): Promise<{ found: Notification[]; more: boolean }> => {
  const { ids, more } = await recentIds(target, since, most)
  const found: Notification[] = []
  for await (const read of readEach(ids, findNotification(tableOf(target)))) if (read) found.push(read)
  return { found, more }
}
