import { paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { NotificationId } from '../notification/notification.ts'
import type { Table } from './table.ts'

const Found = z.object({ notificationId: NotificationId })

/** The ids of the notifications that a query of an index finds, page by page. An index may be a moment behind the table. */
export async function* queryIds(
  { client, name }: Pick<Table, 'client' | 'name'>,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<string> {
  for await (const { Items = [] } of paginateQuery({ client }, { TableName: name, ...query }))
    for (const item of Items) yield Found.parse(item).notificationId
}
