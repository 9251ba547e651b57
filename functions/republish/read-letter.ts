import * as z from 'zod'
import { parseJson } from '../notification/parse-json.ts'
import type { Place } from '../record/read-stream.ts'

const SequenceNumber = z.string().regex(/^\d+$/)

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
const Letter = z.object({
  DDBStreamBatchInfo: z.object({
    streamArn: z.string(),
    shardId: z.string(),
    startSequenceNumber: SequenceNumber,
    endSequenceNumber: SequenceNumber,
  }),
})

/** What Lambda writes of changes that a function could not take: where they are in the stream, and nothing of what they are. */
export const readLetter = (body: string): Place | undefined => {
  const place = Letter.safeParse(parseJson(body)).data?.DDBStreamBatchInfo
  return (
    place && {
      streamArn: place.streamArn,
      shardId: place.shardId,
      from: place.startSequenceNumber,
      to: place.endSequenceNumber,
    }
  )
}
