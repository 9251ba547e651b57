import { gzipSync } from 'node:zlib'
import { createDeliveryLogHandler } from '../../functions/receipt/delivery-log-handler.ts'
import { now, type Refusal, untouched } from './refusal.ts'

const takeLog = createDeliveryLogHandler({
  parkReceipt: untouched,
  storeReceipt: untouched,
  changeNotification: untouched,
  settle: untouched,
  networkOnly: [],
  onFailure: () => {},
  now: () => now,
})
const delivery = JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ message: 'no delivery log' }] })
const packed = (content: string | Buffer) => ({ awslogs: { data: gzipSync(content).toString('base64') } })
const invocations: readonly [string, unknown][] = [
  ['no delivery', {}],
  ['not packed', { awslogs: { data: 'AAAA' } }],
  ['no JSON', packed('{')],
  ['no delivery log', packed(delivery)],
  ['a bomb of 64 MB', packed(Buffer.alloc(64 * 1024 * 1024, ' '))],
]

/** Deliveries of SNS's log; the peer is JSON.parse of a delivery's text. */
export const logDeliveries: readonly Refusal[] = invocations.map(([name, given]) => ({
  name: `log: ${name}`,
  work: () => takeLog(given).catch(() => undefined),
  peer: () => JSON.parse(delivery),
}))
