import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { TemplateVersion } from '../template/template.ts'
import { templateVersionsOf } from './keys.ts'
import type { Table } from './table.ts'

/** The current version of a template: the highest. */
export type ReadTemplate = (name: string) => Promise<TemplateVersion | undefined>

export const readTemplate =
  ({ client, name: table }: Pick<Table, 'client' | 'name'>): ReadTemplate =>
  async (name) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'PK = :template AND begins_with(SK, :version)',
        ExpressionAttributeValues: templateVersionsOf(name),
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    )
    return Items[0] && TemplateVersion.parse(Items[0].version)
  }
