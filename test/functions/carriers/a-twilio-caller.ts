import type { Message } from '../../../functions/carriers/carrier.ts'
import { type TwilioSettings, twilio } from '../../../functions/carriers/twilio.ts'
import type { TwilioAccount } from '../../../functions/carriers/twilio-account.ts'

export const noon = new Date('2026-11-22T12:00:00Z')

export const account: TwilioAccount = {
  accountSid: `AC${'0'.repeat(31)}1`,
  authToken: '0123456789abcdef0123456789abcdef',
}

/** An order's notice, handed over for the second time, an hour before it is of no use any more. */
export const aTwilioMessage = (overrides: Partial<Message> = {}): Message => ({
  to: '+14155550123',
  text: 'Shop: order 4711 comes on 2026-11-24.',
  sender: { originationNumber: '+15005550006' },
  attempt: { notificationId: 'shop-order-4711-shipped', attempt: 2 },
  isTransactional: true,
  validForSeconds: 3_600,
  ...overrides,
})

/** The carrier `twilio` as `send` has it, but for its address and, in a test, less patience. */
export const aTwilio = (baseUrl: string, settings: Partial<TwilioSettings> = {}) =>
  twilio({
    baseUrl,
    account: async () => account,
    forgetAccount: () => {},
    callbackUrl: 'https://hooks.example.com/',
    timeoutMs: 5_000,
    now: () => noon,
    ...settings,
  })

/** One call of it. */
export const aTwilioCaller = (baseUrl: string, settings: Partial<TwilioSettings> = {}) => {
  const { send } = aTwilio(baseUrl, settings)
  return (overrides: Partial<Message> = {}) => send(aTwilioMessage(overrides))
}
