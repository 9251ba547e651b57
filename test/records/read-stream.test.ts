import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { changeNotification } from '../../functions/record/change-notification.ts'
import { subjectOf } from '../../functions/record/keys.ts'
import { type Place, readStream } from '../../functions/record/read-stream.ts'
import { aTable } from './a-table.ts'
import { opened } from './opened.ts'

const table = aTable()

let whole: Place
let sequence: string[]
beforeAll(async () => {
  for (const notificationId of ['first', 'second', 'third']) {
    await opened(table(), { notificationId })
    await changeNotification(table())(notificationId, (current) => ({
      notification: { ...current, passes: 1 },
      answer: undefined,
    }))
  }
  const { Table } = await table().client.send(new DescribeTableCommand({ TableName: table().name }))
  const StreamArn = Table?.LatestStreamArn ?? ''
  const streams = new DynamoDBStreamsClient()
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? ''
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
  )
  const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator }))
  sequence = Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '')
  whole = { streamArn: StreamArn, shardId: ShardId, from: sequence[0] ?? '', to: sequence.at(-1) ?? '' }
})

/** Which notification each record is about, and how many writes it had then. */
const read = async (place: Place) => {
  const records = await readStream(new DynamoDBStreamsClient())(place)
  if (records === 'forgotten') return records
  return records.map(({ dynamodb }) => {
    const { notificationId, version } = unmarshall(dynamodb?.NewImage ?? {})
    return `${notificationId} ${version}`
  })
}

it('reads what changed of notifications between two places, in order, and nothing personal', async () => {
  expect(sequence.length).toBe(9) // three opened, each with its person, and three changes
  expect(await read(whole)).toEqual(['first 1', 'first 2', 'second 1', 'second 2', 'third 1', 'third 2'])
})

it('reads both ends, and nothing beyond them', async () => {
  const [, , third = '', , , sixth = ''] = sequence
  expect(await read({ ...whole, from: third, to: sixth })).toEqual(['first 2', 'second 1', 'second 2'])
  expect(await read({ ...whole, from: third, to: third })).toEqual(['first 2'])
})

it.each<[string, (place: Place) => Place]>([
  ['what came before its first record', (place) => ({ ...place, from: '1' })],
  ['a shard that is gone', (place) => ({ ...place, shardId: 'shardId-00000001763812800000-864758bb' })],
  [
    'a stream that is gone',
    (place) => ({ ...place, streamArn: place.streamArn.replace(/stream\/.*/, 'stream/2020-01-01T00:00:00.000') }),
  ],
  ['an end that never comes', (place) => ({ ...place, to: '9'.repeat(40) })],
])('says that the stream has forgotten %s', async (_, gone) => {
  expect(await read(gone(whole))).toBe('forgotten')
})

it('reads what changed of templates and carriers, and neither the list of names nor what stands now', () => {
  const sorts = ['NOTIFICATION', 'V#0001', 'DRAINS#000001', 'DRAINS', 'CURRENT', 'order-shipped', 'RECEIPT#1#a']
  const subjects = ['notification', 'template version', 'drain change', ...Array(4).fill(undefined)]
  expect(sorts.map((S) => subjectOf({ SK: { S } }))).toEqual(subjects)
})
