import { PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { revealKey, revealsOf } from './keys.ts'
import type { Table } from './table.ts'

/** That somebody looked at number, parameters and text. */
export const Reveal = z.object({
  at: z.iso.datetime(),
  /** Who, as AWS knows them: the ARN of an identity. */
  by: z.string(),
})
export type Reveal = Readonly<z.infer<typeof Reveal>>

/** Keeps for good that somebody looks: it stays when what they saw is erased. A repeat, whose first reply was lost, writes the same item. */
export type KeepReveal = (id: string, reveal: Reveal) => Promise<void>

export const keepReveal =
  ({ client, name, newMark }: Pick<Table, 'client' | 'name' | 'newMark'>): KeepReveal =>
  async (id, reveal) => {
    const Item = { ...revealKey(id, reveal.at, newMark()), ...reveal }
    await client.send(new PutCommand({ TableName: name, Item }))
  }

/** Everybody who looked at what is personal in a notification, the first one first. Strongly consistent. */
export async function* listReveals({ client, name }: Pick<Table, 'client' | 'name'>, id: string): AsyncGenerator<Reveal> {
  const query = {
    TableName: name,
    KeyConditionExpression: 'PK = :notification AND begins_with(SK, :reveal)',
    ExpressionAttributeValues: revealsOf(id),
    ConsistentRead: true,
  }
  for await (const { Items = [] } of paginateQuery({ client }, query)) for (const item of Items) yield Reveal.parse(item)
}
