import * as z from 'zod'
import type { TwilioAccount } from '../carriers/twilio-account.ts'
import { readCallback } from '../carriers/twilio-callback.ts'
import type { FindNotification } from '../record/find-notification.ts'
import { type Dependencies as Taking, takeReceipt } from './take-receipt.ts'

export interface Dependencies extends Taking {
  readonly findNotification: FindNotification
  readonly account: () => Promise<TwilioAccount>
  /** Counts what was refused, by reason. */
  readonly onRefusal: (reason: string) => void
}

/** A call of the Function URL. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
const HttpCall = z.object({
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.object({ domainName: z.string() }),
  body: z.string().default(''),
  isBase64Encoded: z.boolean(),
})

export const isHttpCall = (event: unknown): boolean => HttpCall.safeParse(event).success

/** As much as can still be a callback: what is larger is refused as it is, without the work of decoding it. */
const mostToDecode = 64 * 1024

/** As the carrier called it: the domain is AWS's word, not the caller's Host header. */
const callbackOf = (event: unknown) => {
  const { rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded } = HttpCall.parse(event)
  return {
    url: `https://${requestContext.domainName}${rawPath}${rawQueryString && `?${rawQueryString}`}`,
    signature: headers['x-twilio-signature'],
    contentType: headers['content-type'],
    body: isBase64Encoded && body.length <= mostToDecode ? Buffer.from(body, 'base64').toString() : body,
  }
}

/** Takes a signed status callback. A refused one changes nothing and is counted; a fault of ours makes the carrier call again. */
export const createCallbackHandler =
  ({ findNotification, account, onRefusal, ...taking }: Dependencies) =>
  async (event: unknown): Promise<{ readonly statusCode: number }> => {
    const refuse = (statusCode: number, reason: string) => {
      onRefusal(reason)
      return { statusCode }
    }
    const { accountSid, authToken, formerAuthToken } = await account()
    const tokens = formerAuthToken ? [authToken, formerAuthToken] : [authToken]
    const read = readCallback(callbackOf(event), { accountSid, tokens, now: taking.now() })
    if (!read.ok) return refuse(read.status, read.reason)
    const { attempt, receipt } = read
    const notification = await findNotification(attempt.notificationId)
    if (notification?.attempts[attempt.attempt - 1]?.carrier !== 'twilio') return refuse(404, 'unknown-attempt')
    if (receipt) await takeReceipt(taking)(attempt, receipt)
    return { statusCode: 204 }
  }
