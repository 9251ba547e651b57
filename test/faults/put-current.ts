import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { currentKey } from '../../functions/record/keys.ts'
import type { Table } from '../../functions/record/table.ts'
import type { Template } from '../../functions/template/template.ts'

/** Makes a template the one that is sent past its review, as one is that was approved when other rules held. */
export const putCurrent = async ({ client, name }: Pick<Table, 'client' | 'name'>, template: Template): Promise<void> => {
  const Item = { ...currentKey(template.name), version: { ...template, version: 1 }, number: 1, isRetired: false }
  await client.send(new PutCommand({ TableName: name, Item }))
}
