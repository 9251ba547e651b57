import type { Context } from 'aws-lambda'

/** What Lambda says of an invocation. */
export const aContext = (): Context =>
  ({
    functionName: 'a-function',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:a-function',
    memoryLimitInMB: '256',
    awsRequestId: 'request-1',
    logGroupName: 'a-group',
    logStreamName: 'a-stream',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => 30_000,
  }) as Context
