import type { Carrier } from '../carriers/carrier.ts'
import { sns } from '../carriers/sns.ts'
import { twilio } from '../carriers/twilio.ts'
import type { CarrierName } from '../notification/carrier-name.ts'
import { environment, Variables } from './environment.ts'
import { twilioAccount } from './twilio-account.ts'

const needed = Variables.pick({
  CARRIER_TIMEOUT_MS: true,
  MAX_PRICE_USD: true,
  TWILIO_URL: true,
  TWILIO_CALLBACK_URL: true,
  TWILIO_ACCOUNT_ARN: true,
})

/** The carriers of this deployment. To add one, see docs/carriers.md. */
export const deployedCarriers = (): Readonly<Partial<Record<CarrierName, Carrier>>> => {
  const { CARRIER_TIMEOUT_MS: timeoutMs, MAX_PRICE_USD: maxPriceUsd, ...own } = environment(needed)
  const { TWILIO_URL: baseUrl, TWILIO_CALLBACK_URL: callbackUrl, TWILIO_ACCOUNT_ARN: accountArn } = own
  const hasTwilio = baseUrl !== undefined && callbackUrl !== undefined && accountArn !== undefined
  return {
    sns: sns({ timeoutMs, maxPriceUsd }),
    ...(hasTwilio && {
      twilio: twilio({ ...twilioAccount(accountArn), baseUrl, callbackUrl, timeoutMs, now: () => new Date() }),
    }),
  }
}
