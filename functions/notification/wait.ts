import type { CarrierName } from './carrier-name.ts'
import type { KindPolicy } from './kind-policy.ts'

/** How long to wait for receipts, in seconds. */
export interface Waits {
  /** Each carrier's usual time until its receipt. */
  readonly receiptSeconds: Readonly<Record<CarrierName, number>>
  /** What outlasts the sending function itself. */
  readonly shortest: number
}

/**
 * The wait for the receipt of an attempt that starts now, in whole seconds: it never passes the validity. Where no receipt is
 * awaited, only the sending function itself is.
 * @returns undefined when the validity leaves no time for an attempt
 * Source: design §6.
 */
export const waitFor = (
  { awaitsReceipt, receiptWaitSeconds, urgent }: KindPolicy,
  carrier: CarrierName,
  validUntil: string,
  now: Date,
  waits: Waits,
): number | undefined => {
  const longest = awaitsReceipt ? receiptWaitSeconds : waits.shortest
  const usual = urgent ? Math.min(longest, waits.receiptSeconds[carrier]) : longest
  const left = Math.floor((new Date(validUntil).getTime() - now.getTime()) / 1000)
  return left < waits.shortest ? undefined : Math.min(Math.max(usual, waits.shortest), left)
}
