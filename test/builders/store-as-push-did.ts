import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { versionKey } from '../../functions/record/keys.ts'
import type { Table } from '../../functions/record/table.ts'
import { aSubmission } from './a-submission.ts'
import { atNoon } from './noon.ts'

/** Stores a version as the command `push` did, before there were reviews. */
export const storeAsPushDid = async ({ client, name: TableName }: Table, name: string, version: number): Promise<void> => {
  const Item = { ...versionKey(name, version), version: { ...aSubmission({ name }), version }, storedAt: atNoon() }
  await client.send(new PutCommand({ TableName, Item }))
}
