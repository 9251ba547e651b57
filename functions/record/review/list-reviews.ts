import { paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { Review } from '../../template/review/review.ts'
import { TemplateName } from '../../template/template.ts'
import { directory, versionsOf } from '../keys.ts'
import type { Table } from '../table.ts'

/** What was stored under one number of a template. A version from before there were reviews has none, and is never sent. */
export interface Listed {
  readonly version: number
  readonly review?: Review | undefined
}

/** All versions of a template, the newest first. Strongly consistent. */
export type ListVersions = (name: string) => AsyncIterable<Listed>

/** The reviews of all versions of a template, the newest first; without a name those of every template, by name. Strongly consistent. */
export type ListReviews = (name?: string) => AsyncIterable<Review>

type Where = Pick<Table, 'client' | 'name'>

async function* query({ client, name }: Where, input: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<unknown> {
  for await (const { Items = [] } of paginateQuery({ client }, { TableName: name, ConsistentRead: true, ...input })) yield* Items
}

const Named = z.object({ SK: TemplateName })
const Stored = z.object({ version: z.object({ version: z.int().min(1) }), review: Review.optional() })

async function* namesIn(table: Where): AsyncGenerator<string> {
  const names = query(table, {
    KeyConditionExpression: 'PK = :directory',
    ExpressionAttributeValues: { ':directory': directory },
  })
  for await (const item of names) yield Named.parse(item).SK
}

async function* versionsOfOne(table: Where, name: string): AsyncGenerator<Listed> {
  const versions = query(table, {
    KeyConditionExpression: 'PK = :template AND begins_with(SK, :version)',
    ExpressionAttributeValues: versionsOf(name),
    ScanIndexForward: false,
  })
  for await (const item of versions) {
    const { version, review } = Stored.parse(item)
    yield { version: version.version, review }
  }
}

async function* reviewsOf(table: Where, name: string): AsyncGenerator<Review> {
  for await (const { review } of versionsOfOne(table, name)) if (review) yield review
}

async function* reviewsOfAll(table: Where): AsyncGenerator<Review> {
  for await (const name of namesIn(table)) yield* reviewsOf(table, name)
}

export const listVersions =
  (table: Where): ListVersions =>
  (name) =>
    versionsOfOne(table, name)

export const listReviews =
  (table: Where): ListReviews =>
  (name) =>
    name === undefined ? reviewsOfAll(table) : reviewsOf(table, name)
