import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { Person } from '../notification/notification.ts'
import { personKey } from './keys.ts'
import type { Table } from './table.ts'

/** Number, parameters and text, strongly consistent; undefined once time has erased them. */
export type ReadPerson = (id: string) => Promise<Person | undefined>

export const readPerson =
  ({ client, name }: Pick<Table, 'client' | 'name'>): ReadPerson =>
  async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: personKey(id), ConsistentRead: true }))
    return Item && Person.parse(Item)
  }
