import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { TemplateVersion } from '../template/template.ts'
import { templateKey } from './keys.ts'
import { isRefused } from './refused.ts'
import type { Table } from './table.ts'

/** Stores a version for good; false when there is one with this number already. */
export type StoreTemplate = (template: TemplateVersion, now: Date) => Promise<boolean>

export const storeTemplate =
  ({ client, name: table }: Pick<Table, 'client' | 'name'>): StoreTemplate =>
  async (template, now) => {
    const Item = { ...templateKey(template.name, template.version), version: template, storedAt: now.toISOString() }
    try {
      await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(PK)' }))
      return true
    } catch (error) {
      if (isRefused(error)) return false
      throw error
    }
  }
