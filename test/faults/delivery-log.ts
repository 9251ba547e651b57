import { randomUUID } from 'node:crypto'
import { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import type { Target } from '../../commands/target.ts'
import type { Message } from '../../local/carrier-network/truth.ts'

/** One line as SNS writes it of a text that arrived. */
const lineOf = ({ messageId, to, parts }: Message) =>
  JSON.stringify({
    notification: { messageId, timestamp: '2026-11-22 09:00:00.123' },
    delivery: {
      phoneCarrier: 'Example Mobile',
      numberOfMessageParts: parts,
      destination: to,
      priceInUSD: 0.00645,
      smsType: 'Transactional',
      providerResponse: 'Message has been accepted by phone carrier',
      dwellTimeMs: 600,
    },
    status: 'SUCCESS',
  })

/** SNS's log of texts that arrived, written by the test itself where several lines must come as one batch. */
export const deliveryLog = ({ client, outputs }: Target) => {
  const logs = new CloudWatchLogsClient(client)
  const [, , , region, account] = outputs.WorkflowArn.split(':')
  const logGroupName = `sns/${region}/${account}/DirectPublishToPhoneNumber`
  return {
    putAll: async (messages: readonly Message[]) => {
      const logStreamName = randomUUID()
      await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }))
      const logEvents = messages.map((message) => ({ timestamp: Date.now(), message: lineOf(message) }))
      await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }))
    },
  }
}
