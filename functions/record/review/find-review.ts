import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Review } from '../../template/review/review.ts'
import { StoredVersion } from '../../template/stored-version.ts'
import { versionKey } from '../keys.ts'
import type { Table } from '../table.ts'

/** A version's content, and what became of it. */
const ReviewedTemplate = z.object({ review: Review, template: StoredVersion })
export type ReviewedTemplate = Readonly<z.infer<typeof ReviewedTemplate>>

/** A version with its review, strongly consistent; undefined where nobody submitted one of this number, as before there were reviews. */
export type FindReview = (name: string, version: number) => Promise<ReviewedTemplate | undefined>

export const findReview =
  ({ client, name: table }: Pick<Table, 'client' | 'name'>): FindReview =>
  async (name, version) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: versionKey(name, version), ConsistentRead: true }))
    if (Item?.review === undefined) return undefined
    return ReviewedTemplate.parse({ review: Item.review, template: Item.version })
  }
