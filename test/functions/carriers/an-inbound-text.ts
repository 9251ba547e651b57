import twilioPackage from 'twilio'
import { messageSid } from './a-bare-twilio.ts'
import { account } from './a-twilio-caller.ts'

/** Where texts to us come in, as it is set at Twilio. */
export const replyUrl = 'https://replies.example.com/twilio'

/**
 * A text that somebody sent to one of our numbers; what is overridden by undefined is left out.
 * Source: https://www.twilio.com/docs/messaging/guides/webhook-request
 */
export const anInboundText = (overrides: Readonly<Record<string, string | undefined>> = {}) =>
  Object.fromEntries(
    Object.entries({
      ToCountry: 'US',
      ToState: '',
      SmsMessageSid: messageSid,
      NumMedia: '0',
      ToCity: '',
      FromZip: '94105',
      SmsSid: messageSid,
      FromState: 'CA',
      SmsStatus: 'received',
      FromCity: 'SAN FRANCISCO',
      Body: 'Stop',
      FromCountry: 'US',
      To: '+15005550006',
      ToZip: '',
      NumSegments: '1',
      MessageSid: messageSid,
      AccountSid: account.accountSid,
      From: '+14155550123',
      ApiVersion: '2010-04-01',
      ...overrides,
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** The request by which Twilio brings it, signed as the vendor's own package signs. */
export const anInboundRequest = (
  text: Record<string, string> = anInboundText(),
  { url = replyUrl, token = account.authToken }: { readonly url?: string; readonly token?: string } = {},
) => ({
  url,
  contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
  body: new URLSearchParams(text).toString(),
  signature: twilioPackage.getExpectedTwilioSignature(token, url, text),
})
