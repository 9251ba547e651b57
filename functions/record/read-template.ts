import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { StoredVersion } from '../template/stored-version.ts'
import { currentKey } from './keys.ts'
import type { Table } from './table.ts'

/** The version of a template that was approved last; a retired one serves no new request. */
const CurrentTemplate = z.object({ version: StoredVersion, isRetired: z.boolean() })
export type CurrentTemplate = Readonly<z.infer<typeof CurrentTemplate>>

/** What is sent under this name, strongly consistent; undefined where nothing was ever approved. */
export type ReadTemplate = (name: string) => Promise<CurrentTemplate | undefined>

export const readTemplate =
  ({ client, name: table }: Pick<Table, 'client' | 'name'>): ReadTemplate =>
  async (name) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: currentKey(name), ConsistentRead: true }))
    return Item && CurrentTemplate.parse(Item)
  }
