import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import { readDeliveryLog } from '../carriers/sns-delivery-log.ts'
import { Fault } from '../notification/fault.ts'
import { parseJson } from '../notification/parse-json.ts'
import type { ParkReceipt } from '../record/rendezvous.ts'
import { type Dependencies as Taking, takeReceipt } from './take-receipt.ts'

export interface Dependencies extends Taking {
  readonly parkReceipt: ParkReceipt
  /** Told of each entry that could not be taken, before the whole delivery is refused. */
  readonly onFailure: (error: unknown) => void
}

/** Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
const Subscription = z.object({ awslogs: z.object({ data: z.base64() }) })
const Delivery = z.object({
  messageType: z.enum(['DATA_MESSAGE', 'CONTROL_MESSAGE']),
  logEvents: z.array(z.object({ message: z.string() })),
})

/** Far more than CloudWatch Logs puts into one delivery, and far less than the function's memory. */
const maxOutputLength = 16 * 1024 * 1024

const unpacked = (data: string) => gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength }).toString()

const entriesOf = (event: unknown): string[] => {
  const { awslogs } = Subscription.parse(event)
  const { messageType, logEvents } = Delivery.parse(parseJson(unpacked(awslogs.data)))
  return messageType === 'DATA_MESSAGE' ? logEvents.map(({ message }) => message) : []
}

/**
 * Takes what SNS's delivery log says. Every entry gets its turn; when one could not be taken the delivery as a whole is refused, so
 * that Lambda brings it again and at last keeps it in the failure queue: repeats do no harm.
 */
export const createDeliveryLogHandler =
  ({ parkReceipt, onFailure, ...taking }: Dependencies) =>
  async (event: unknown): Promise<void> => {
    const take = async (entry: string) => {
      const receipt = readDeliveryLog(entry)
      if (receipt === undefined) throw new Fault('an entry is no delivery log')
      const attempt = await parkReceipt(receipt, taking.now())
      if (attempt) await takeReceipt(taking)(attempt, receipt)
    }
    let failed = 0
    for (const entry of entriesOf(event)) {
      await take(entry).catch((error: unknown) => {
        failed += 1
        onFailure(error)
      })
    }
    if (failed > 0) throw new Fault(`${failed} entries could not be taken`)
  }
