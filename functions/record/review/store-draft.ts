import type { Review } from '../../template/review/review.ts'
import type { Template } from '../../template/template.ts'
import { directoryKey, versionKey } from '../keys.ts'
import type { Table } from '../table.ts'
import { wasWritten } from '../transaction.ts'

/** Stores a version for good, under the number in its review; false when somebody has taken this number, or is about to. */
export type StoreDraft = (template: Template, review: Review) => Promise<boolean>

export const storeDraft =
  ({ client, name: TableName, newMark }: Pick<Table, 'client' | 'name' | 'newMark'>): StoreDraft =>
  (template, review) => {
    const { name, version } = review
    const Item = { ...versionKey(name, version), version: { ...template, version }, review, changes: 1, mark: newMark() }
    return wasWritten({ client }, [
      { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(PK)' } },
      { Put: { TableName, Item: directoryKey(name) } }, // by which names are listed
    ])
  }
