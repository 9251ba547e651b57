/** What Lambda writes when it gives up on a piece of the stream. Source: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
export const aLetter = (place: object = {}): string =>
  JSON.stringify({
    requestContext: {
      requestId: '316aa6d0-8154-4ae2-9af7-85d5f4a6bc81',
      functionArn: 'arn:aws:lambda:us-east-1:111122223333:function:publish',
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 11,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2026-11-22T12:13:49.717Z',
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000001763812800000-864758bb',
      startSequenceNumber: '800000000003126276362',
      endSequenceNumber: '800000000003126276370',
      approximateArrivalOfFirstRecord: '2026-11-22T12:00:00Z',
      approximateArrivalOfLastRecord: '2026-11-22T12:00:01Z',
      batchSize: 3,
      streamArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/records/stream/2026-11-22T00:00:00.000',
      ...place,
    },
  })
