import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import { subjectOf } from './keys.ts'

/** A piece of the table's stream, both ends included. Sequence numbers of one shard rise. */
export interface Place {
  readonly streamArn: string
  readonly shardId: string
  readonly from: string
  readonly to: string
}

/** What changed of notifications and templates there, in order; 'forgotten' where the stream does not hold all of it any more (it keeps 24 hours). */
export type ReadStream = (place: Place) => Promise<StreamRecord[] | 'forgotten'>

/** A read may find nothing although there is more to come; a place is within a few. */
const mostReads = 100

const isForgotten = (error: unknown) => error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException

const sequenceOf = ({ dynamodb }: StreamRecord) => BigInt(dynamodb?.SequenceNumber ?? 0)

/** Yields records from the beginning of a place on, without an end of its own. */
async function* recordsFrom(client: DynamoDBStreamsClient, { streamArn, shardId, from }: Place): AsyncGenerator<StreamRecord> {
  const at = { StreamArn: streamArn, ShardId: shardId, ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: from } as const
  let { ShardIterator } = await client.send(new GetShardIteratorCommand(at))
  for (let reads = 0; ShardIterator !== undefined && reads < mostReads; reads += 1) {
    const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }))
    yield* Records
    ShardIterator = NextShardIterator
  }
}

export const readStream =
  (client: DynamoDBStreamsClient): ReadStream =>
  async (place) => {
    const end = BigInt(place.to)
    const found: StreamRecord[] = []
    try {
      for await (const record of recordsFrom(client, place)) {
        if (subjectOf(record.dynamodb?.Keys)) found.push(record)
        if (sequenceOf(record) >= end) return found
      }
    } catch (error) {
      if (!isForgotten(error)) throw error
    }
    return 'forgotten'
  }
