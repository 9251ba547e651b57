import { expect, it } from 'vitest'
import { readLetter } from '../../../functions/republish/read-letter.ts'
import { aLetter } from './a-letter.ts'

it('says where in the stream lies what was not published', () => {
  expect(readLetter(aLetter())).toEqual({
    streamArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/records/stream/2026-11-22T00:00:00.000',
    shardId: 'shardId-00000001763812800000-864758bb',
    from: '800000000003126276362',
    to: '800000000003126276370',
  })
})

it.each<[string, string]>([
  ['no JSON', 'what?'],
  ['something else', '{"detail":{}}'],
  ['a place without a beginning', aLetter({ startSequenceNumber: '' })],
  ['a place without a shard', aLetter({ shardId: undefined })],
])('reads nothing out of %s', (_, body) => {
  expect(readLetter(body)).toBeUndefined()
})
