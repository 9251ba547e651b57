import { senderOf } from '../../../functions/carriers/senders.ts'
import { carrierNames } from '../../../functions/notification/carrier-name.ts'
import { hasher } from '../../../functions/notification/hasher.ts'
import { kindsWith } from '../../../functions/notification/kinds.ts'
import type { Routing } from '../../../functions/notification/routing.ts'
import { secondsToRecord } from '../../../infra/config.ts'
import { deployments } from '../../../infra/deployments.ts'
import { priceList, readPrices } from '../../../infra/read-prices.ts'

/** Production's settings, with both carriers, and with a budget that some runs spend: codes by Twilio and then SNS, all else the other way. */

const { production, local } = deployments
const { sending, receiptSeconds, retentionDays } = production

export const routing: Routing = {
  kinds: kindsWith({ ...production.kinds, membership: { ...production.kinds.membership, budgetParts: 10 } }),
  carriers: local.carriers,
  waits: { receiptSeconds, shortest: sending.shortestWaitSeconds },
}

export const table = { name: 'records', recordDays: retentionDays.records, personDays: retentionDays.person }

export const workflowArn = 'arn:aws:states:us-east-1:111122223333:stateMachine:deliver-notification'

export const reviewArn = workflowArn.replace('deliver-notification', 'review-template')

export const { budgetZone, busName, networkOnlyCountries: networkOnly, quietHours } = production
export const numbers = { allowedCountries: local.allowedCountries }
export const prices = priceList(readPrices(), local.allowedCountries, carrierNames)
export const limits = { mostEventAge: production.mostEventAgeSeconds, requesters: { accounts: ['111122223333'] } }
export const mostMsBeforeCall = (sending.functionSeconds - sending.callSeconds - secondsToRecord) * 1000
export const senders = senderOf(local.senders)
export const hashing = hasher('1', 'a key of the hashes that nobody else has')
