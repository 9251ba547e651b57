import { randomUUID } from 'node:crypto'
import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  ResourceAlreadyExistsException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs'

/** Where SNS tells a text's fate. */
export interface DeliveryLog {
  readonly put: (status: 'delivered' | 'undelivered', line: string, signal: AbortSignal) => Promise<void>
}

export interface LogsAddress {
  /** e.g. "http://127.0.0.1:4566" */
  readonly endpoint: string
  readonly region: string
  /** e.g. "000000000000" */
  readonly account: string
}

/** The two log groups that SNS itself writes to, which must be there; the stream, one per run, is made when it is missing. */
export const cloudWatchDeliveryLog = ({ endpoint, region, account }: LogsAddress): DeliveryLog => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' } // the emulated account's owner
  const logs = new CloudWatchLogsClient({ endpoint, region, credentials, maxAttempts: 1 })
  const delivered = `sns/${region}/${account}/DirectPublishToPhoneNumber`
  const groups = { delivered, undelivered: `${delivered}/Failure` }
  const logStreamName = randomUUID()

  const createStream = async (logGroupName: string, abortSignal: AbortSignal) => {
    try {
      await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }), { abortSignal })
    } catch (error) {
      if (!(error instanceof ResourceAlreadyExistsException)) throw error // two first receipts at once
    }
  }

  return {
    put: async (status, line, abortSignal) => {
      const logGroupName = groups[status]
      const event = new PutLogEventsCommand({
        logGroupName,
        logStreamName,
        logEvents: [{ timestamp: Date.now(), message: line }],
      })
      try {
        await logs.send(event, { abortSignal })
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error
        await createStream(logGroupName, abortSignal)
        await logs.send(event, { abortSignal })
      }
    },
  }
}
