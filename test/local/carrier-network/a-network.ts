import { PublishCommand, type PublishCommandInput, SNSClient, SNSServiceException } from '@aws-sdk/client-sns'
import { onTestFinished } from 'vitest'
import { startCarrierNetwork } from '../../../local/carrier-network/carrier-network.ts'
import { carrierNetworkClient } from '../../../local/carrier-network/client.ts'
import type { TwilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { phone } from './phone.ts'
import { twilioSender } from './twilio-sender.ts'

/** What SNS writes of a text's fate. */
interface Line {
  notification: { messageId: string; timestamp: string }
  delivery: Record<string, unknown>
  status: string
}

/** The caller of SNS as the product has it: one try, and a limit to its patience. */
const publisher = (endpoint: string, patienceMs: number) => {
  const client = new SNSClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: patienceMs, throwOnRequestTimeout: true },
  })
  onTestFinished(() => client.destroy())
  return async (input: Partial<PublishCommandInput> = {}) => {
    try {
      const { MessageId } = await client.send(
        new PublishCommand({ PhoneNumber: phone, Message: 'Your parcel is here.', ...input }),
      )
      return { messageId: MessageId }
    } catch (error) {
      if (error instanceof SNSServiceException) {
        return { error: error.name, status: error.$metadata.httpStatusCode, message: error.message }
      }
      return { error: (error as Error).name }
    }
  }
}

interface Wishes {
  patienceMs?: number
  failingPuts?: number
  twilio?: { account?: TwilioAccount; callbacksTo?: string }
}

/** A network for one test; its receipts of SNS come to `receipts` instead of a log, and it stops with the test. */
export const aNetwork = async ({ patienceMs = 2_000, failingPuts = 0, twilio }: Wishes = {}) => {
  const receipts: Line[] = []
  const printed: string[] = []
  let puts = 0
  const put = async (_status: string, line: string) => {
    puts += 1
    if (puts <= failingPuts) throw new Error('the log is away')
    receipts.push(JSON.parse(line))
  }
  const print = (line: string) => void printed.push(line)
  const network = await startCarrierNetwork({ port: 0, deliveryLog: { put }, print, twilio })
  onTestFinished(network.stop)
  return {
    ...network,
    ...carrierNetworkClient(network.url),
    receipts,
    printed,
    publish: publisher(network.carrierUrls.sns, patienceMs),
    create: twilioSender(network.carrierUrls.twilio, patienceMs),
  }
}
