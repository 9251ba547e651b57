import twilio from 'twilio'
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js'
import type { MessageListInstanceCreateOptions } from 'twilio/lib/rest/api/v2010/account/message.js'
import { twilioAccount } from '../../../local/carrier-network/twilio-account.ts'
import { phone } from './phone.ts'

const { accountSid, authToken } = twilioAccount

/** The vendor's own client, of whose requests only the host is another. */
class LocalClient extends twilio.RequestClient {
  readonly endpoint: string
  constructor(endpoint: string, timeout: number) {
    super({ timeout, keepAlive: false })
    this.endpoint = endpoint
  }
  override request<TData>(options: RequestOptions<TData>) {
    return super.request<TData>({ ...options, uri: options.uri.replace('https://api.twilio.com', this.endpoint) })
  }
}

export const twilioClient = (endpoint: string, { sid = accountSid, token = authToken, patienceMs = 2_000 } = {}) =>
  twilio(sid, token, { httpClient: new LocalClient(endpoint, patienceMs) })

export const aMessage: MessageListInstanceCreateOptions = { to: phone, from: '+15005550006', body: 'Your parcel is here.' }

/** Sends a text by Twilio, and tells what came of it. */
export const twilioSender = (endpoint: string, patienceMs: number) => {
  const client = twilioClient(endpoint, { patienceMs })
  return async (changed: Partial<MessageListInstanceCreateOptions> = {}) => {
    try {
      const { sid, status } = await client.messages.create({ ...aMessage, ...changed })
      return { sid, status }
    } catch (error) {
      const { status, code, message } = error as { status?: number; code: number | string; message: string }
      return { error: code, httpStatus: status, message }
    }
  }
}
