import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  FilterLogEventsCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs'
import type { ClientSettings } from '../../commands/target.ts'
import type { Written } from './canaries.ts'

const most = 10_000

/** The emulator hands out the first 10,000 and no token for more, so each page begins in the last one's last millisecond. */
const linesOf = async (logs: CloudWatchLogsClient, logGroupName: string, startTime?: number): Promise<FilteredLogEvent[]> => {
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: most, startTime }))
  const last = events.at(-1)?.timestamp
  if (events.length < most) return events
  if (last === startTime) throw new Error(`${logGroupName} has more than ${most} lines of one millisecond`)
  return [...events, ...(await linesOf(logs, logGroupName, last))]
}

/** Every line of every log group; metrics are lines of the functions' own. */
export const writtenInLogs = async (settings: ClientSettings): Promise<Written[]> => {
  const client = new CloudWatchLogsClient(settings)
  const written: Written[] = []
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {}))
    for (const { logGroupName: name = '' } of logGroups) {
      const lines = (await linesOf(client, name)).map(({ message = '', logStreamName }) => `${logStreamName} ${message}`)
      written.push({ place: name.startsWith('sns/') ? 'deliveryLogs' : 'log', name, text: [name, ...lines].join('\n') })
    }
  return written
}
