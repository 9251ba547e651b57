import * as z from 'zod'
import { type Failure, optedOut } from '../notification/failure.ts'
import { parseJson } from '../notification/parse-json.ts'
import type { Receipt } from '../notification/receipt.ts'

/** As SNS writes it. Early failures lack most fields; `destination` is a full number and is never read. */
const DeliveryLog = z.object({
  notification: z.object({ messageId: z.string().min(1), timestamp: z.string().optional() }),
  delivery: z.object({
    numberOfMessageParts: z.int().nonnegative().optional(),
    priceInUSD: z.number().nonnegative().optional(),
    providerResponse: z.string().optional(),
  }),
  status: z.enum(['SUCCESS', 'FAILURE']),
})

const recipient = (reason: string): Failure => ({ class: 'recipient', reason })
const route = (reason: string): Failure => ({ class: 'route', reason })
const account = (reason: string): Failure => ({ class: 'account', reason })

/**
 * In lower case and without the full stop that some texts have. The class is ours: AWS gives no permanent/temporary split.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html; those from `no quota` on are not documented.
 */
const failures: Readonly<Record<string, Failure>> = {
  'invalid phone number': recipient('invalid-number'),
  'phone has blocked sms': recipient('blocked-by-phone'),
  'phone is on a blocked list': recipient('blocked-list'),
  'destination is on a blocked list': recipient('blocked-list'),
  'phone number is opted out': optedOut,
  'phone is currently unreachable/unavailable': { class: 'absent', reason: 'unreachable' },
  'message body is invalid': { class: 'request', reason: 'invalid-body' },
  'blocked as spam by phone carrier': { class: 'content', reason: 'spam' },
  'phone carrier has blocked this message': route('blocked-by-carrier'),
  'phone carrier is currently unreachable/unavailable': route('carrier-unreachable'),
  'this delivery would exceed max price': account('over-max-price'),
  'no quota left for account': account('no-quota'),
  'sandboxed account unable to send to number': account('sandbox'),
  'rate exceeded': { class: 'throttled', reason: 'rate-exceeded' },
  'unknown error attempting to reach phone': { class: 'unclassified', reason: 'unknown-error' },
}

/** Every other success text speaks for the network only. */
const acceptedByPhone = 'message has been accepted by phone'
const reviewPending = 'your account requires additional review'

const failureOf = (words: string): Failure | undefined => {
  if (words.includes('is opted out')) return optedOut
  if (words.startsWith(reviewPending)) return account('under-review')
  return Object.hasOwn(failures, words) ? failures[words] : undefined
}

/** A carrier's words may hold a number; its digits are not worth the risk. Half a surrogate pair would not come back as it was stored. */
const withoutDigits = (words: string) =>
  words
    .slice(0, 200)
    .replace(/\p{Nd}/gu, '#')
    .toWellFormed()

const outcomeOf = (
  status: 'SUCCESS' | 'FAILURE',
  response: string,
): Pick<Receipt, 'status' | 'evidence' | 'failure' | 'unclassified'> => {
  const words = response.trim().toLowerCase().replace(/\.$/, '')
  if (status === 'SUCCESS') return { status: 'delivered', evidence: words === acceptedByPhone ? 'handset' : 'network' }
  const failure = failureOf(words)
  if (failure) return { status: 'undelivered', failure }
  const unclassified = withoutDigits(response)
  return { status: 'undelivered', failure: { class: 'unclassified', reason: 'unknown-text' }, unclassified }
}

/**
 * Reads one entry of SNS's delivery log.
 * @returns undefined for an entry that is no delivery log
 * Source: as `failures`
 */
export const readDeliveryLog = (message: string): Receipt | undefined => {
  const parsed = DeliveryLog.safeParse(parseJson(message))
  if (!parsed.success) return undefined
  const { notification, delivery, status } = parsed.data
  return {
    carrier: 'sns',
    messageId: notification.messageId,
    ...outcomeOf(status, delivery.providerResponse ?? ''),
    parts: delivery.numberOfMessageParts,
    price: delivery.priceInUSD === undefined ? undefined : { amount: delivery.priceInUSD, currency: 'USD' },
    at: notification.timestamp,
  }
}
