import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { personKey } from './keys.ts'
import type { Table } from './table.ts'

/** Erases number, parameters and text of a notification for good; false when they are gone already. */
export type ErasePerson = (id: string) => Promise<boolean>

export const erasePerson =
  ({ client, name }: Pick<Table, 'client' | 'name'>): ErasePerson =>
  async (id) => {
    const { Attributes } = await client.send(new DeleteCommand({ TableName: name, Key: personKey(id), ReturnValues: 'ALL_OLD' }))
    return Attributes !== undefined
  }
