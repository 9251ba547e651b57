import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Review } from '../template/review/review.ts'
import type { Template } from '../template/template.ts'
import { directoryKey, versionKey } from './keys.ts'
import { isRefused } from './refused.ts'
import type { Table } from './table.ts'

/** Stores a version for good, under the number in its review; false when somebody has taken this number, or is about to. */
export type StoreDraft = (template: Template, review: Review) => Promise<boolean>

export const storeDraft =
  ({ client, name: TableName, newMark }: Pick<Table, 'client' | 'name' | 'newMark'>): StoreDraft =>
  async (template, review) => {
    const { name, version } = review
    const Item = { ...versionKey(name, version), version: { ...template, version }, review, changes: 1, mark: newMark() }
    const TransactItems = [
      { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(PK)' } },
      { Put: { TableName, Item: directoryKey(name) } }, // by which names are listed
    ]
    try {
      await client.send(new TransactWriteCommand({ TransactItems }))
      return true
    } catch (error) {
      if (isRefused(error)) return false
      throw error
    }
  }
