import twilioPackage from 'twilio'
import { callbackUrlOf } from '../../../functions/carriers/twilio-callback-url.ts'
import { messageSid } from './a-bare-twilio.ts'
import { account, noon } from './a-twilio-caller.ts'

export const attempt = { notificationId: 'shop-order-4711-shipped', attempt: 2 }

/** The callback's URL, as Twilio requests it: what asks for retries stays with Twilio. */
export const callbackUrl = callbackUrlOf('https://hooks.example.com/', attempt, noon).replace(/#.*/, '')

/** What Twilio says of a delivered text; what is overridden by undefined is left out. */
export const aStatement = (overrides: Readonly<Record<string, string | undefined>> = {}) =>
  Object.fromEntries(
    Object.entries({
      MessageSid: messageSid,
      SmsSid: messageSid,
      AccountSid: account.accountSid,
      From: '+15005550006',
      To: '+14155550123',
      MessageStatus: 'delivered',
      SmsStatus: 'delivered',
      ApiVersion: '2010-04-01',
      ...overrides,
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

interface Signing {
  readonly url?: string
  readonly token?: string
}

/** A callback, signed as the vendor's own package signs. */
export const aCallback = (
  statement: Record<string, string> = aStatement(),
  { url = callbackUrl, token = account.authToken }: Signing = {},
) => ({
  url,
  contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
  body: new URLSearchParams(statement).toString(),
  signature: twilioPackage.getExpectedTwilioSignature(token, url, statement),
})
