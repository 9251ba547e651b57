import { calledByTwilio } from '../carriers/http-call.ts'
import type { TwilioAccount } from '../carriers/twilio-account.ts'
import { readCallback } from '../carriers/twilio-callback.ts'
import { tokensOf } from '../carriers/twilio-request.ts'
import type { FindNotification } from '../record/find-notification.ts'
import { type Dependencies as Taking, takeReceipt } from './take-receipt.ts'

export interface Dependencies extends Taking {
  readonly findNotification: FindNotification
  readonly account: () => Promise<TwilioAccount>
  /** Counts what was refused, by reason. */
  readonly onRefusal: (reason: string) => void
}

/** Takes a signed status callback. A refused one changes nothing and is counted; a fault of ours makes the carrier call again. */
export const createCallbackHandler =
  ({ findNotification, account, onRefusal, ...taking }: Dependencies) =>
  async (event: unknown): Promise<{ readonly statusCode: number }> => {
    const refuse = (statusCode: number, reason: string) => {
      onRefusal(reason)
      return { statusCode }
    }
    const twilio = await account()
    const receiver = { accountSid: twilio.accountSid, tokens: tokensOf(twilio), now: taking.now() }
    const read = readCallback(calledByTwilio(event), receiver)
    if (!read.ok) return refuse(read.status, read.reason)
    const { attempt, receipt } = read
    const notification = await findNotification(attempt.notificationId)
    if (notification?.attempts[attempt.attempt - 1]?.carrier !== 'twilio') return refuse(404, 'unknown-attempt')
    if (receipt) await takeReceipt(taking)(attempt, receipt)
    return { statusCode: 204 }
  }
