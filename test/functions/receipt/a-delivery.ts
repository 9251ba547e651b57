import { gzipSync } from 'node:zlib'

/** What CloudWatch Logs hands to `receipt`: lines of a log, packed. */
export const aDelivery = (lines: readonly string[], messageType = 'DATA_MESSAGE') => {
  const logEvents = lines.map((message, index) => ({ id: String(index), timestamp: 0, message }))
  const delivery = {
    messageType,
    owner: '000000000000',
    logGroup: 'a group',
    logStream: 'a stream',
    subscriptionFilters: [],
    logEvents,
  }
  return { awslogs: { data: gzipSync(JSON.stringify(delivery)).toString('base64') } }
}
