import * as z from 'zod'
import type { Target } from '../../commands/target.ts'
import type { Written } from './canaries.ts'

const Streams = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) })
const Description = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) })
const Iterator = z.object({ ShardIterator: z.string() })
const Key = z.object({ S: z.string() })
const Change = z.looseObject({ dynamodb: z.looseObject({ Keys: z.object({ PK: Key, SK: Key }) }) })
const Changes = z.object({ Records: z.array(Change), NextShardIterator: z.string().nullish() })

/** DynamoDB's stream API, for which the project has no client of its own: nothing but this test calls it. */
const ask = async <Answer>({ endpoint }: Target['client'], action: string, asked: object, answer: z.ZodType<Answer>) => {
  const response = await fetch(endpoint ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${action}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=test/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(asked),
  })
  return answer.parse(await response.json())
}

const placeOf = (sortKey: string) => (sortKey === 'PERSON' ? 'personStream' : 'image in the stream')

/** Every image of every item that was ever in the table, also those that were overwritten or erased since. */
export const writtenInStream = async ({ client, outputs }: Target): Promise<Written[]> => {
  const written: Written[] = []
  const { Streams: streams } = await ask(client, 'ListStreams', { TableName: outputs.TableName }, Streams)
  for (const { StreamArn } of streams) {
    const { StreamDescription } = await ask(client, 'DescribeStream', { StreamArn }, Description)
    for (const { ShardId } of StreamDescription.Shards) {
      const beginning = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }
      let iterator = (await ask(client, 'GetShardIterator', beginning, Iterator)).ShardIterator
      for (let records = -1; records !== 0; ) {
        const page = await ask(client, 'GetRecords', { ShardIterator: iterator }, Changes)
        for (const change of page.Records) {
          const { PK, SK } = change.dynamodb.Keys
          if (!PK.S.startsWith('T#'))
            written.push({ place: placeOf(SK.S), name: `${PK.S} ${SK.S}`, text: JSON.stringify(change) })
        }
        records = page.Records.length
        iterator = page.NextShardIterator ?? ''
      }
    }
  }
  return written
}
