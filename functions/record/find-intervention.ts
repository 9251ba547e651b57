import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { Intervention } from '../notification/intervention.ts'
import { interventionKey } from './keys.ts'
import type { Table } from './table.ts'

/** What was said of a notification before it was requested, strongly consistent; undefined where nothing was. */
export type FindIntervention = (id: string) => Promise<Intervention | undefined>

export const findIntervention =
  ({ client, name }: Pick<Table, 'client' | 'name'>): FindIntervention =>
  async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: interventionKey(id), ConsistentRead: true }))
    return Item && Intervention.parse(Item)
  }
